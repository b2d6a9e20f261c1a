using System.Text;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>Conversions that make a text longer, bounded while they run.</summary>
internal static class TextGrowth
{
    private const int PartLength = 4096;

    /// <summary>
    /// Converts a text. One that could grow over the limit is converted part by part, so that the limit ends it before the whole result
    /// takes memory.
    /// </summary>
    /// <param name="context">The rendering.</param>
    /// <param name="text">The text.</param>
    /// <param name="mostPerCharacter">How many characters the conversion makes of one at most.</param>
    /// <param name="convert">The conversion; it must treat every code point for itself.</param>
    public static string Convert(RenderContext context, string text, int mostPerCharacter, Func<string, string> convert)
    {
        if ((long)text.Length * mostPerCharacter <= context.Options.OutputLimit)
            return convert(text);
        var result = new StringBuilder();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = Math.Min(start + PartLength, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end++;
            result.Append(convert(text[start..end]));
            if (result.Length > context.Options.OutputLimit)
                context.GuardLength(context.CallSite, result.Length);
        }

        return result.ToString();
    }
}
