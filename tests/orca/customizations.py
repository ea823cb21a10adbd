# What our listener has set in Orca, as its users do in `orca-customizations.py`.
#
# It runs inside Orca, with the system's Python.

import locale

import orca.settings
import orca.speech_generator
from orca.acss import ACSS

# She asks what is there; the page does not read itself aloud from the top.
orca.settings.sayAllOnLoad = False
# She says herself when she wants to type; else it depends on the moment when focus is told of.
orca.settings.nativeNavTriggersFocusMode = False
# She knows what she types.
orca.settings.enableKeyEcho = False

# This version of Orca parts texts where their language changes, but then speaks all parts with one
# voice.  Newer ones take a voice of that language; so does this.  What Orca says of its own accord
# ("link") stays in its own.
_own = (locale.getdefaultlocale()[0] or "")[:2]
_voice = orca.speech_generator.SpeechGenerator.voice


def voice(self, key=None, **args):
    voices = _voice(self, key, **args)
    language = args.get("language")
    if language and language != _own and key in (None, orca.speech_generator.DEFAULT):
        for one in voices:
            one[ACSS.FAMILY] = {"name": language, "lang": language}
    return voices


orca.speech_generator.SpeechGenerator.voice = voice
