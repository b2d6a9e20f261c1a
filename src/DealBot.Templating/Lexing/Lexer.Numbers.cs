using System.Globalization;
using System.Numerics;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Lexing;

internal sealed partial class Lexer
{
    private const int LargestExponent = 300;

    private void ReadNumber(bool space)
    {
        var start = _position;
        var prefix = Peek() == '0' ? Peek(1) : '\0';
        var value = prefix is 'x' or 'b' ? ReadBits(prefix == 'x' ? 4 : 1) : ReadDecimal();
        _tokens.Add(new Token(value is null ? TokenKind.Invalid : TokenKind.Number, start, _position, value, space));
    }

    private object? ReadBits(int bitsPerDigit)
    {
        var start = _position;
        _position += 2;
        var value = BigInteger.Zero;
        var digits = 0;
        for (; Peek() == '_' || IsDigit(Peek(), bitsPerDigit); _position++)
        {
            if (Peek() == '_')
                continue;
            value = digits++ < 64 ? (value << bitsPerDigit) + Convert.ToInt32(Peek().ToString(), 16) : value;
        }

        if (digits == 0)
        {
            Fail(start, bitsPerDigit == 4
                ? "Invalid hex number, expecting at least a hex digit [0-9a-fA-F] after 0x"
                : "Invalid binary number, expecting at least a binary digit 0 or 1 after 0b");
            return null;
        }

        if (Peek() is not ('u' or 'U'))
            return Signed(value, digits * bitsPerDigit);
        _position++;
        return Numbers.Shrink(value);
    }

    private static bool IsDigit(char c, int bitsPerDigit) => bitsPerDigit == 4 ? char.IsAsciiHexDigit(c) : c is '0' or '1';

    private static object Signed(BigInteger value, int bits) => bits switch
    {
        <= 32 => unchecked((int)(uint)value),
        <= 64 => Numbers.Shrink(unchecked((long)(ulong)value)),
        _ => Numbers.Shrink(value),
    };

    private object? ReadDecimal()
    {
        var start = _position;
        var isWhole = true;
        SkipDigits();
        if (Peek() == '.' && IsFractionAhead())
        {
            isWhole = false;
            _position++;
            SkipDigits();
        }

        if (ReadExponent() is not { } exponent)
            return null;
        var text = _text[start.._position].Replace("_", "", StringComparison.Ordinal);
        return ReadSuffix(text, isWhole && exponent >= 0, start);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()) || (Peek() == '_' && (char.IsAsciiDigit(Peek(1)) || Peek(1) == '_')))
            _position++;
    }

    /// <summary>Whether the point belongs to the number and not to a range or a member: <c>1.5 1. 1.e3 1.f</c>.</summary>
    private bool IsFractionAhead()
    {
        var next = Peek(1);
        return next != '.' && (!(char.IsLetter(next) || next == '_') || next is 'e' or 'E' || IsSuffix(next));
    }

    private static bool IsSuffix(char c) => c is 'f' or 'F' or 'd' or 'D' or 'm' or 'M';

    /// <summary>Reads an exponent if there is one; its sign tells whole numbers from fractions. Null, and an error, when it has no digits.</summary>
    private int? ReadExponent()
    {
        var signed = Peek(1) is '+' or '-' ? 1 : 0;
        if (Peek() is not ('e' or 'E'))
            return 0;
        if (!char.IsAsciiDigit(Peek(1 + signed)))
        {
            _position += 1 + signed;
            Fail(_position, "Expecting at least one digit after the exponent");
            return null;
        }

        var isNegative = Peek(1) == '-';
        _position += 1 + signed;
        SkipDigits();
        return isNegative ? -1 : 1;
    }

    private object ReadSuffix(string text, bool isWhole, int start)
    {
        var suffix = char.ToLowerInvariant(Peek());
        if (IsSuffix(suffix) && IdentifierLength(1) == 0)
            _position++;
        else
            suffix = '\0';
        if (suffix == 'm')
        {
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
                return exact;
            Fail(start, $"The number `{text}` does not fit a decimal.");
            return 0m;
        }

        if (suffix == 'f')
            return float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) ? single : 0f;
        if (isWhole && suffix == '\0' && TryReadWhole(text, out var whole))
            return whole;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : 0d;
    }

    private static bool TryReadWhole(string text, out object value)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small))
        {
            value = Numbers.Shrink(small);
            return true;
        }

        value = 0;
        var split = text.IndexOfAny(['e', 'E']);
        var mantissa = split < 0 ? text : text[..split];
        var exponent = 0;
        var isReadable = split < 0 || int.TryParse(text.AsSpan(split + 1), CultureInfo.InvariantCulture, out exponent);
        if (!isReadable || mantissa.Length > LargestExponent || exponent > LargestExponent)
            return false;
        value = Numbers.Shrink(BigInteger.Parse(mantissa, CultureInfo.InvariantCulture) * BigInteger.Pow(10, exponent));
        return true;
    }
}
