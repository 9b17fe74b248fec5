"""A long story in either edition in which each paragraph has statements, for tests of how readers see them."""

from articles.actions import publishing
from articles.models import Attribution, Source

PARAGRAPHS = 14
FILLED = {"en": "The quay was closed all day. ", "ar": "أُغلق الرصيف طوال النهار. "}
SAID = {"en": "Nobody asked the {} of us,", "ar": "لم يسألنا أحد في المرة {}،"}
AROUND = {"en": "“{}” said one of them, who waited.", "ar": "وقال «{}» أحدهم، وهو ينتظر."}


def publish(make_story, edition, paragraphs=PARAGRAPHS, filled=8, each=1, around=AROUND):
    """A story with `each` statements in each paragraph, by as many sources: the version that readers have."""
    language, body, said = edition.language, "", []
    for paragraph in range(paragraphs):
        spoken = [SAID[language].format(paragraph * each + number + 1) for number in range(each)]
        body += f"<p>{FILLED[language] * filled}{' '.join(around[language].format(words) for words in spoken)}</p>"
        for number, words in enumerate(spoken, start=paragraph * each + 1):
            source = Source.objects.create(slug=f"docker-{number}", name=f"Docker {number}", kind="organisation")
            told = {"capacity": "Docker", "occasion": "an interview at the gate", "check_made": "heard"}
            said.append(Attribution(source=source, words=words, **told))
    # Entered the other way round: readers are told in the order of the text all the same.
    story = make_story(edition=edition, body=body, attributions=said[::-1])
    publishing.publish(story, revision=story.version, by=None)
    return story.publications.live().get()
