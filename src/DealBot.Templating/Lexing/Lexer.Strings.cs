using System.Globalization;
using System.Text;

namespace DealBot.Templating.Lexing;

internal sealed partial class Lexer
{
    private void ReadString(char quote, bool space)
    {
        var start = _position++;
        var (value, _) = ReadQuoted(quote, start, stopAtBrace: false);
        _tokens.Add(new Token(TokenKind.String, start, _position, value, space));
    }

    private void ReadVerbatimString(bool space)
    {
        var start = _position++;
        var value = new StringBuilder();
        while (_position < _text.Length && (Peek() != '`' || Peek(1) == '`'))
        {
            value.Append(Peek());
            _position += Peek() == '`' ? 2 : 1;
        }

        if (_position >= _text.Length)
            Fail(start, "Unexpected end of file while parsing a verbatim string not terminated by a `.");
        else
            _position++;
        _tokens.Add(new Token(TokenKind.String, start, _position, value.ToString(), space));
    }

    private void StartInterpolation(bool space)
    {
        var start = _position;
        var quote = Peek(1);
        _position += 2;
        var (value, opened) = ReadQuoted(quote, start, stopAtBrace: true);
        _tokens.Add(new Token(opened ? TokenKind.InterpolationStart : TokenKind.String, start, _position, value, space));
        if (!opened)
            return;
        _interpolations.Push(new OpenInterpolation(quote, _braces));
        _braces = 0;
    }

    private void ResumeInterpolation(bool space)
    {
        var start = _position++;
        var (value, opened) = ReadQuoted(_interpolations.Peek().Quote, start, stopAtBrace: true);
        _tokens.Add(new Token(opened ? TokenKind.InterpolationMiddle : TokenKind.InterpolationEnd, start, _position, value, space));
        if (!opened)
            _braces = _interpolations.Pop().BracesOutside;
    }

    /// <summary>Reads up to and including the closing quote, or the brace that opens an interpolated expression.</summary>
    private (string Value, bool OpenedExpression) ReadQuoted(char quote, int start, bool stopAtBrace)
    {
        if (TryReadPlain(quote) is { } plain)
            return (plain, false);
        var value = new StringBuilder();
        while (_position < _text.Length)
        {
            var c = _text[_position++];
            if (c == quote)
                return (value.ToString(), false);
            if (c == '{' && stopAtBrace)
                return (value.ToString(), true);
            if (c == '\\')
                ReadEscape(value, stopAtBrace);
            else
                value.Append(c);
        }

        Fail(start, $"Unexpected end of file while parsing a string not terminated by a {quote}.");
        return (value.ToString(), false);
    }

    /// <summary>Reads up to and including the closing quote; null, and nothing read, when something special comes before it.</summary>
    private string? TryReadPlain(char quote)
    {
        var rest = _text.AsSpan(_position);
        var length = rest.IndexOfAny(quote, '\\', '{');
        if (length < 0 || rest[length] != quote)
            return null;
        _position += length + 1;
        return rest[..length].ToString();
    }

    private void ReadEscape(StringBuilder value, bool inInterpolation)
    {
        var c = Peek();
        _position++;
        switch (c)
        {
            case '\'' or '"' or '\\': value.Append(c); break;
            case '{' when inInterpolation: value.Append(c); break;
            case 'n': value.Append('\n'); break;
            case 'r': value.Append('\r'); break;
            case 't': value.Append('\t'); break;
            case 'b': value.Append('\b'); break;
            case 'f': value.Append('\f'); break;
            case '0': value.Append('\0'); break;
            case '\n': break;
            case 'u': ReadHexadecimalEscape(value, 4); break;
            case 'x': ReadHexadecimalEscape(value, 2); break;
            default:
                Fail(_position - 2,
                    $"Unexpected escape character `{c}` in string. Only the following are supported: ' \\ \" 0 b f n r t u0000-uFFFF x00-xFF");
                _position = Math.Min(_position, _text.Length);
                break;
        }
    }

    private void ReadHexadecimalEscape(StringBuilder value, int digits)
    {
        var available = Math.Min(digits, _text.Length - _position);
        var text = _text.AsSpan(_position, Math.Max(available, 0));
        if (available == digits && int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            value.Append((char)code);
            _position += digits;
            return;
        }

        Fail(_position, $"Expecting {digits} hexadecimal digits after `\\{(digits == 4 ? 'u' : 'x')}`.");
    }
}
