using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>Texts to numbers and back and forth from base 64.</remarks>
internal static partial class StringFunctions
{
    private const NumberStyles RealNumber = NumberStyles.Float | NumberStyles.AllowThousands;

    private static void AddConverting(FunctionTable table) => table
        .Add("to_int", ToInt)
        .Add("to_long", ToLong)
        .Add("to_float", ToFloat)
        .Add("to_double", ToDouble)
        .Add("base64_encode", Base64Encode)
        .Add("base64_decode", Base64Decode);

    /// <summary>The whole number of 32 bits that a text shows; null when it shows none.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ ("12" | string.to_int) + 1 }}</c> gives <c>13</c></example>
    /// <example><c>{{ "12 pieces" | string.to_int | object.default "?" }}</c> gives <c>?</c></example>
    private static object? ToInt(RenderContext context, string text) =>
        int.TryParse(text, NumberStyles.Integer, context.Options.Culture, out var number) ? number : null;

    /// <summary>The whole number of 64 bits that a text shows; null when it shows none.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ ("6940000000017" | string.to_long) + 1 }}</c> gives <c>6940000000018</c></example>
    private static object? ToLong(RenderContext context, string text) =>
        long.TryParse(text, NumberStyles.Integer, context.Options.Culture, out var number) ? number : null;

    /// <summary>The number a text shows, as exact as 32 bits are; null when it shows none.</summary>
    /// <param name="text">The text, its separators as in the rendering's culture.</param>
    /// <example><c>{{ ("1.25" | string.to_float) * 2 }}</c> gives <c>2.5</c></example>
    /// <example><c>{{ "0.123456789" | string.to_float }}</c> gives <c>0.12345679</c></example>
    private static object? ToFloat(RenderContext context, string text) =>
        float.TryParse(text, RealNumber, context.Options.Culture, out var number) ? number : null;

    /// <summary>The number a text shows, as exact as 64 bits are; null when it shows none.</summary>
    /// <param name="text">The text, its separators as in the rendering's culture.</param>
    /// <example><c>{{ "1,234.5" | string.to_double }}</c> gives <c>1234.5</c></example>
    /// <example><c>[{{ "much" | string.to_double }}]</c> gives <c>[]</c></example>
    private static object? ToDouble(RenderContext context, string text) =>
        double.TryParse(text, RealNumber, context.Options.Culture, out var number) ? number : null;

    /// <summary>The bytes of the text in UTF-8, as base 64.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "tea 茶" | string.base64_encode }}</c> gives <c>dGVhIOiMtg==</c></example>
    private static string Base64Encode(RenderContext context, string text)
    {
        context.GuardLength(context.CallSite, Base64.GetMaxEncodedToUtf8Length(Encoding.UTF8.GetByteCount(text)));
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The text whose bytes in UTF-8 the base 64 stands for.</summary>
    /// <param name="text">Base 64.</param>
    /// <example><c>{{ "dGVhIOiMtg==" | string.base64_decode }}</c> gives <c>tea 茶</c></example>
    private static string Base64Decode(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new FunctionFailure("The text given to `string.base64_decode` is not base 64.");
        }
    }
}
