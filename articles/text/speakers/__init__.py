"""Whose words may stand between quotation marks: who is proposed for each, never taken by itself. Pure.

`proposing` is the way in. The others know nothing of it.

arabic           who says what in an Arabic sentence
arabic_asides    who stands in an Arabic sentence and does nothing in it
arabic_given     first names: data
arabic_letters   what is joined to Arabic words, and which tables they are in
arabic_names     where a title ends and a name begins, in Arabic
arabic_phrases   whom, or what, a run of Arabic words names
arabic_runs      how far a run of Arabic words goes that names somebody
arabic_sources   what says in Arabic, without a verb of saying, whose words they are
arabic_told      what stands in Arabic between a verb and who says it
arabic_verbs     what the form of an Arabic verb tells
arabic_ways      what Arabic verbs do to whom, and what follows a name: data
arabic_words     offices, trades, papers and houses in Arabic: data
casting          the figures of a text, and who is meant by “she” and “the minister”
english          who says what in an English sentence
english_beside   what stands beside a name in an English sentence
english_names    names in an English sentence, by their capitals
english_phrases  offices, the unnamed, papers and houses in an English sentence, and what stands beside a name
english_words    offices, trades, papers and houses in English: data
knowing          the sources that the desk has, by the words of their names
proposing        proposals for each quotation of a text
reading          the sentences of a text, read
shapes           words, mentions, claims, sentences
"""
