"""What Django's admin says, where its Arabic is wrong, or clumsy with our names of things: said here once more, so that
our catalogue has it and is heard first. Nothing imports this; `make messages` reads it."""

from django.utils.translation import gettext_noop, ngettext_lazy

gettext_noop("The {name} “{obj}” was added successfully.")
gettext_noop("You may edit it again below.")
gettext_noop("The {name} “{obj}” was added successfully. You may add another {name} below.")
gettext_noop("The {name} “{obj}” was changed successfully.")
gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below.")
gettext_noop("The {name} “{obj}” was changed successfully. You may add another {name} below.")
gettext_noop("The %(name)s “%(obj)s” was deleted successfully.")
gettext_noop("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?")
gettext_noop("Delete selected %(verbose_name_plural)s")
gettext_noop("Successfully deleted %(count)d %(items)s.")
gettext_noop("Cannot delete %(name)s")
gettext_noop("Items must be selected in order to perform actions on them. No items have been changed.")
gettext_noop("No action selected.")
gettext_noop("%(class_name)s %(instance)s")
gettext_noop("user")
gettext_noop("active")
gettext_noop("staff status")
gettext_noop("Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.")
gettext_noop("Designates whether the user can log into this admin site.")
gettext_noop("Designates whether this user should be treated as active. Unselect this instead of deleting accounts.")
ngettext_lazy("Please correct the error below.", "Please correct the errors below.", 1)
ngettext_lazy(
    "Your password must contain at least %(min_length)d character.",
    "Your password must contain at least %(min_length)d characters.",
    8,
)
gettext_noop("Your password can’t be too similar to your other personal information.")
gettext_noop("Your password can’t be a commonly used password.")
gettext_noop("Your password can’t be entirely numeric.")
gettext_noop("Enter the same password as before, for verification.")
gettext_noop("The two password fields didn’t match.")
gettext_noop("Your old password was entered incorrectly. Please enter it again.")
gettext_noop(
    "Please enter your old password, for security’s sake, and then enter your new password twice so we can verify you "
    "typed it in correctly."
)
gettext_noop("Select a valid choice. That choice is not one of the available choices.")
gettext_noop("Add %(name)s")
gettext_noop("Add another %(verbose_name)s")
gettext_noop("Add another %(model)s")
gettext_noop("Change selected %(model)s")
gettext_noop("Delete selected %(model)s")
gettext_noop("View selected %(model)s")
gettext_noop("Select %s")
gettext_noop("Select %s to change")
gettext_noop("Select %s to view")
gettext_noop("Add")
gettext_noop("View")
gettext_noop("Action:")
gettext_noop("Go")
gettext_noop("Run the selected action")
gettext_noop("Save as new")
gettext_noop("Save and add another")
gettext_noop("Save and continue editing")
gettext_noop("Delete?")
gettext_noop("No, take me back")
gettext_noop("Lookup")
gettext_noop("Password change")
gettext_noop("Change my password")
gettext_noop("Log in again")
gettext_noop("Thanks for spending some quality time with the web site today.")
gettext_noop("You don’t have permission to view or edit anything.")
gettext_noop("After you’ve created a user, you’ll be able to edit more user options.")
gettext_noop(
    "You are authenticated as %(username)s, but are not authorized to access this page. "
    "Would you like to login to a different account?"
)
gettext_noop(
    "Please enter the correct %(username)s and password for a staff account. "
    "Note that both fields may be case-sensitive."
)
gettext_noop("%(model_name)s with this %(field_label)s already exists.")
gettext_noop("%(model_name)s with this %(field_labels)s already exists.")
gettext_noop(
    "%(datetime)s couldn’t be interpreted in time zone %(current_timezone)s; it may be ambiguous or it may not exist."
)
gettext_noop("Upload a valid image. The file you uploaded was either not an image or a corrupted image.")
gettext_noop("Enter a valid date/time.")
gettext_noop("Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens.")
gettext_noop("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.")
gettext_noop("Reset password")
gettext_noop("Enabled")
gettext_noop("Disabled")
gettext_noop("Password-based authentication")
gettext_noop("Raw passwords are not stored, so there is no way to see the user’s password.")
gettext_noop("salt")
gettext_noop(
    "Whether the user will be able to authenticate using a password or not. If disabled, they may still be able to "
    "authenticate using other backends, such as Single Sign-On or LDAP."
)
