"""A photo knows how it came about. Nothing is known of those that are there, and readers are told nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0023_let_out"),
    ]

    operations = [
        migrations.AddField(
            model_name="photo",
            name="origin",
            field=models.CharField(
                blank=True,
                choices=[
                    ("digitalCapture", "Photograph"),
                    ("computationalCapture", "Photograph, made of several frames by a telephone"),
                    ("negativeFilm", "Photograph, scanned from a negative"),
                    ("positiveFilm", "Photograph, scanned from a slide"),
                    ("print", "Photograph, scanned from a print"),
                    ("humanEdits", "Photograph, retouched"),
                    ("algorithmicallyEnhanced", "Photograph, sharpened or cleaned by a program"),
                    ("digitalCreation", "Drawing or other illustration"),
                    ("dataDrivenMedia", "Chart, map or other graphic"),
                    ("screenCapture", "Screenshot"),
                    ("composite", "Composite"),
                    ("compositeCapture", "Composite of photographs"),
                    ("compositeSynthetic", "Composite with parts made by a program"),
                    ("compositeWithTrainedAlgorithmicMedia", "Photograph, changed by a generative program"),
                    ("trainedAlgorithmicMedia", "Made by a generative program"),
                    ("algorithmicMedia", "Made by a program from a formula"),
                    ("virtualRecording", "Recorded in a virtual scene"),
                ],
                help_text="Readers are told of drawings, composites and what a program made. Left empty, they are told nothing.",
                max_length=40,
                verbose_name="how it came about",
            ),
        ),
    ]
