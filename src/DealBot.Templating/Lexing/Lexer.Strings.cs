using System.Text;

namespace DealBot.Templating.Lexing;

internal sealed partial class Lexer
{
    private void ReadString(char quote, bool space)
    {
        var start = _position++;
        if (ReadQuoted(quote, start, stopAtBrace: false) is { } read)
            _tokens.Add(new Token(TokenKind.String, start, _position, read.Value, space));
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
        {
            FailAtEnd("Unexpected end of file while parsing a verbatim string not terminated by a `");
            return;
        }

        _position++;
        _tokens.Add(new Token(TokenKind.String, start, _position, value.ToString(), space));
    }

    /// <summary>Reports a string without end at the last character, which the parser then does not know what to make of.</summary>
    private void FailAtEnd(string message)
    {
        Fail(_text.Length - 1, message);
        _tokens.Add(new Token(TokenKind.Invalid, _text.Length - 1, _text.Length, null, false));
    }

    private void StartInterpolation(bool space)
    {
        var start = _position;
        var quote = Peek(1);
        _position += 2;
        if (ReadQuoted(quote, start, stopAtBrace: true) is not var (value, opened))
            return;
        _tokens.Add(new Token(opened ? TokenKind.InterpolationStart : TokenKind.String, start, _position, value, space));
        if (!opened)
            return;
        _interpolations.Push(new OpenInterpolation(quote, _braces));
        _braces = 0;
    }

    private void ResumeInterpolation(bool space)
    {
        var start = _position++;
        if (ReadQuoted(_interpolations.Peek().Quote, start, stopAtBrace: true) is not var (value, opened))
            return;
        _tokens.Add(new Token(opened ? TokenKind.InterpolationMiddle : TokenKind.InterpolationEnd, start, _position, value, space));
        if (!opened)
            _braces = _interpolations.Pop().BracesOutside;
    }

    /// <summary>
    /// Reads up to and including the closing quote, or the brace that opens an interpolated expression; null, and an error, when neither comes.
    /// </summary>
    private (string Value, bool OpenedExpression)? ReadQuoted(char quote, int start, bool stopAtBrace)
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
                ReadEscape(value, start, stopAtBrace);
            else
                value.Append(c);
        }

        FailAtEnd($"Unexpected end of file while parsing a string not terminated by a {quote}");
        return null;
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

    private void ReadEscape(StringBuilder value, int start, bool inInterpolation)
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
            case 'v': value.Append('\v'); break;
            case '0': value.Append('\0'); break;
            case '\n': break;
            case '\r' when Peek() == '\n': _position++; break;
            case 'u': ReadHexadecimalEscape(value, 4); break;
            case 'x': ReadHexadecimalEscape(value, 2); break;
            default:
                _position--;
                (_badEscapes ??= []).TryAdd(start, c);
                FailEscape();
                break;
        }
    }

    private void FailEscape() => Fail(_position,
        $"Unexpected escape character `{Peek()}` in string. Only 0 ' \\ \" b f n r t v u0000-uFFFF x00-xFF are allowed");

    private void ReadHexadecimalEscape(StringBuilder value, int digits)
    {
        var code = 0;
        for (var i = 0; i < digits; i++, _position++)
        {
            if (!char.IsAsciiHexDigit(Peek()))
            {
                Fail(_position, digits == 4
                    ? $"Unexpected hex number `{Peek()}` following `\\u`. Expecting `\\u0000` to `\\uffff`."
                    : $"Unexpected hex number `{Peek()}` following `\\x`. Expecting `\\x00` to `\\xff`");
                FailEscape();
                return;
            }

            code = (code << 4) + Convert.ToInt32(Peek().ToString(), 16);
        }

        value.Append((char)code);
    }
}
