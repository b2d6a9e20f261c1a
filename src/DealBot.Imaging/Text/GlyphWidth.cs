using System.Globalization;
using System.Text;

namespace DealBot.Imaging.Text;

/// <summary>
/// Widths in em, measured in the fonts that posters use: Noto Sans CJK SC and Noto Color Emoji. Letters are those of the bold face, some 5
/// % wider than the regular one, so that an estimate errs on the side that does not overflow.
/// </summary>
internal static class GlyphWidth
{
    public const double Wide = 1;
    private const double Emoji = 1.25;
    private const double NarrowLetter = 0.65;
    private const double HalfWidth = 0.5;

    // Below the first CJK block come the alphabets: Latin, Greek, Cyrillic and their kin.
    private const int FirstCjk = 0x1100;

    private const char VariationToEmoji = '\uFE0F';

    // The characters of the basic plane that are emoji even without a variation selector (Unicode property Emoji_Presentation).
    private const string BasicEmoji =
        "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

    /// <summary>U+0020 to U+007E in hundredths of an em.</summary>
    private static ReadOnlySpan<byte> Ascii =>
    [
        23, 37, 57, 59, 59, 96, 74, 33, 38, 38, 51, 59, 33, 37, 33, 39, // space ! " # $ % & ' ( ) * + , - . /
        59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 33, 33, 59, 59, 59, 51, // 0-9 : ; < = > ?
        101, 64, 68, 62, 71, 62, 59, 72, 76, 33, 52, 69, 58, 85, 75, 77, // @ A-O
        67, 77, 68, 61, 63, 75, 63, 92, 63, 58, 60, 38, 39, 38, 59, 57, // P-Z [ \ ] ^ _
        63, 59, 64, 50, 64, 58, 36, 60, 64, 30, 31, 60, 32, 96, 64, 63, // ` a-o
        64, 64, 44, 50, 40, 64, 58, 86, 56, 57, 51, 38, 30, 38, 59, // p-z { | } ~
    ];

    public static double Of(string grapheme)
    {
        Rune.DecodeFromUtf16(grapheme, out var rune, out _);
        if (IsEmoji(rune, grapheme))
            return Emoji;
        if (rune.Value is >= 0x20 and < 0x7F)
            return Ascii[rune.Value - 0x20] / 100.0;

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format ? 0 : BeyondAscii(rune);
    }

    private static double BeyondAscii(Rune rune) => rune.Value switch
    {
        < FirstCjk when Rune.IsLetter(rune) => NarrowLetter,
        0xA5 or 0xB0 => NarrowLetter,
        >= 0xFF61 and <= 0xFF9F => HalfWidth,
        _ => Wide,
    };

    private static bool IsEmoji(Rune first, string grapheme) =>
        first.Value is >= 0x1F000 and <= 0x1FAFF
        || grapheme.Contains(VariationToEmoji)
        || (first.IsBmp && BasicEmoji.Contains((char)first.Value));
}
