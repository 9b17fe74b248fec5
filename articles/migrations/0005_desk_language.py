"""desk_language"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_desk_search")]
    operations = [
        migrations.AddField(
            model_name="user",
            name="desk_language",
            field=models.CharField(
                blank=True,
                choices=[("en", "English"), ("ar", "العربية")],
                default="",
                help_text="As the browser has it, where none is chosen.",
                max_length=10,
                verbose_name="language of the desk",
            ),
            preserve_default=False,
        ),
    ]
