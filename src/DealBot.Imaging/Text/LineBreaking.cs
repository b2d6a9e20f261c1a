using System.Globalization;
using System.Text;

namespace DealBot.Imaging.Text;

/// <summary>
/// Where a line may end (禁则, kinsoku): a subset of Unicode's line breaking (UAX 14) that covers Chinese with Latin words, numbers and emoji
/// among it.
/// </summary>
internal static class LineBreaking
{
    private const string NeverFirst =
        "，。、．！？；：）】》」』〉〕］｝”’…—～·％‰℃°″′,.!?;:)]}%ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";

    // Currency signs stay with their amount.
    private const string NeverLast = "（【《「『〈〔［｛“‘([{￥¥＄$€£№";

    private const string WordBreaking = "()[]{}";

    // Counts and measures that follow a number. Not 包, which begins 包邮 more often.
    private const string Units = "元折克斤升件只片瓶袋盒支枚寸年月日号";

    /// <summary>
    /// What looks like a slip before an ellipsis: a pause, an opening bracket, a currency sign without its amount, a space.
    /// </summary>
    public static readonly char[] LooseEnds = [.. "，。、；：,.;: …", .. NeverLast];

    // 3×200g is one measure.
    private const char MultiplicationSign = '×';

    /// <summary>Below the first CJK block a letter is part of a word.</summary>
    private const int FirstCjk = 0x1100;

    /// <summary>
    /// Whether a line may end after <paramref name="last"/> and the next begin with <paramref name="next"/>; both are graphemes other than
    /// space.
    /// </summary>
    public static bool Allowed(string last, string next, bool spaceBetween)
    {
        if (!Tolerated(last, next))
            return false;

        if (!spaceBetween && char.IsAsciiDigit(last[0]) && Units.Contains(next[0]))
            return false;

        return spaceBetween || !(InWord(last) && InWord(next)) || (last is "," or ";" && !char.IsAsciiDigit(next[0]));
    }

    /// <summary>Whether at least the punctuation allows a break here: all that is asked when a word is longer than a line.</summary>
    public static bool Tolerated(string last, string next) => !NeverFirst.Contains(next[0]) && !NeverLast.Contains(last[0]);

    private static bool InWord(string grapheme)
    {
        if (grapheme[0] is > ' ' and < '\x7F')
            return !WordBreaking.Contains(grapheme[0]);
        if (grapheme[0] == MultiplicationSign)
            return true;

        Rune.DecodeFromUtf16(grapheme, out var rune, out _);
        return rune.Value < FirstCjk && Rune.GetUnicodeCategory(rune) <= UnicodeCategory.DecimalDigitNumber;
    }
}
