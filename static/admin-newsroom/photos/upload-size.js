// Whether a chosen file is larger than the desk takes: a sentence, or nothing. Said before it is sent for nothing.
export const tooLarge = (field) => (field?.files?.[0]?.size > Number(field?.dataset.most) ? field.dataset.tooLarge : "");
