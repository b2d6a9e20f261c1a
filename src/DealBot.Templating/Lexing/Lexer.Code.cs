namespace DealBot.Templating.Lexing;

internal sealed partial class Lexer
{
    private static readonly (string Text, TokenKind Kind)[] Operators =
    [
        ("//=", TokenKind.DoubleSlashAssign), ("...", TokenKind.Ellipsis), ("..<", TokenKind.DotDotLess),
        ("..", TokenKind.DotDot), ("?.", TokenKind.QuestionDot), ("??", TokenKind.DoubleQuestion), ("?!", TokenKind.QuestionExclamation),
        ("|>", TokenKind.Pipe), ("||", TokenKind.Or), ("&&", TokenKind.And), ("++", TokenKind.PlusPlus), ("--", TokenKind.MinusMinus),
        ("+=", TokenKind.PlusAssign), ("-=", TokenKind.MinusAssign), ("*=", TokenKind.StarAssign), ("/=", TokenKind.SlashAssign),
        ("%=", TokenKind.PercentAssign), ("//", TokenKind.DoubleSlash), ("==", TokenKind.Equal), ("!=", TokenKind.NotEqual),
        ("<<", TokenKind.ShiftLeft), (">>", TokenKind.ShiftRight),
        ("<=", TokenKind.LessOrEqual), (">=", TokenKind.GreaterOrEqual), ("=", TokenKind.Assign), ("<", TokenKind.Less),
        (">", TokenKind.Greater), ("+", TokenKind.Plus), ("-", TokenKind.Minus), ("*", TokenKind.Star), ("/", TokenKind.Slash),
        ("%", TokenKind.Percent), ("!", TokenKind.Exclamation), ("?", TokenKind.Question), ("|", TokenKind.Pipe), (".", TokenKind.Dot),
        (",", TokenKind.Comma), (":", TokenKind.Colon), (";", TokenKind.Semicolon), ("@", TokenKind.At), ("^", TokenKind.Caret),
        ("(", TokenKind.OpenParenthesis), (")", TokenKind.CloseParenthesis), ("[", TokenKind.OpenBracket), ("]", TokenKind.CloseBracket),
        ("{", TokenKind.OpenBrace), ("}", TokenKind.CloseBrace),
    ];

    /// <summary>The operators by their first character, which is ASCII.</summary>
    private static readonly (string Text, TokenKind Kind)[][] OperatorsByStart =
        [.. Enumerable.Range(0, 128).Select(start => Operators.Where(entry => entry.Text[0] == start).ToArray())];

    private void ReadCodeBlock(int open)
    {
        if (!ReadCode())
            _unclosed = new LexerError(open, 2, "The code block `{{` is not closed by `}}`.");
    }

    /// <summary>Reads tokens until the code is closed; false when the text ends first.</summary>
    private bool ReadCode()
    {
        var space = false;
        while (_position < _text.Length)
        {
            if (TryClose())
                return true;
            var c = Peek();
            var isLineEnd = c == '\n' || (c == '\r' && Peek(1) == '\n');
            if (isLineEnd)
                Add(TokenKind.NewLine, c == '\r' ? 2 : 1, space);
            else if (char.IsWhiteSpace(c) || c == '#')
                SkipTrivia(c);
            else
                ReadCodeToken(c, space);
            space = isLineEnd || char.IsWhiteSpace(c) || c == '#';
        }

        return false;
    }

    private bool TryClose() => _marker is not null ? TryReadMarker() : !_isScript && TryExitCode();

    private bool TryExitCode()
    {
        var strip = Peek() switch { '-' => Strip.Greedy, '~' => Strip.Line, _ => Strip.None };
        var markLength = strip == Strip.None ? 0 : 1;
        if (_braces > 0 || _interpolations.Count > 0 || Peek(markLength) != '}' || Peek(markLength + 1) != '}')
            return false;
        _tokens.Add(new Token(TokenKind.CodeExit, _position, _position + markLength + 2, null, false));
        _position += markLength + 2;
        _stripNext = strip;
        return true;
    }

    private void SkipTrivia(char c)
    {
        if (c != '#')
        {
            _position++;
            return;
        }

        var isBlock = Peek(1) == '#';
        _position += isBlock ? 2 : 1;
        while (_position < _text.Length && !(At("}}") && !_isScript) && !(isBlock ? At("##") : Peek() is '\n' or '\r'))
            _position++;
        if (isBlock && At("##"))
            _position += 2;
        else if (At("}}") && _text[_position - 1] is '-' or '~' && _text[_position - 2] != '#')
            _position--;
    }

    private void ReadCodeToken(char c, bool space)
    {
        if (c is '"' or '\'')
            ReadString(c, space);
        else if (c == '`')
            ReadVerbatimString(space);
        else if (c == '$')
            ReadDollar(space);
        else if (c == '_' || char.IsLetter(c))
            ReadIdentifier(space);
        else if (char.IsAsciiDigit(c))
            ReadNumber(space);
        else if (c == '}' && _interpolations.Count > 0 && _braces == 0)
            ResumeInterpolation(space);
        else
            ReadOperator(space);
    }

    private void ReadOperator(bool space)
    {
        foreach (var (text, kind) in Peek() < OperatorsByStart.Length ? OperatorsByStart[Peek()] : [])
        {
            if (!At(text))
                continue;
            if (kind == TokenKind.OpenBrace)
                _braces++;
            else if (kind == TokenKind.CloseBrace && --_braces < 0)
            {
                _braces = 0;
                Fail(_position, "Unexpected } while no matching {");
            }

            Add(kind, text.Length, space);
            return;
        }

        Add(TokenKind.Invalid, 1, space);
    }

    private void Add(TokenKind kind, int length, bool space, object? value = null)
    {
        _tokens.Add(new Token(kind, _position, _position + length, value, space));
        _position += length;
    }

    private void ReadIdentifier(bool space)
    {
        var length = IdentifierLength(0);
        var isProperty = _tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Dot or TokenKind.QuestionDot;
        if (isProperty && Peek(length) == '?' && Peek(length + 1) is not ('.' or '?' or '!')
            && _text.AsSpan(_position, length) is "empty" or "blank")
            length++;
        Add(TokenKind.Identifier, length, space, _text.Substring(_position, length));
    }

    private int IdentifierLength(int from)
    {
        var length = from;
        while (Peek(length) == '_' || char.IsLetterOrDigit(Peek(length)))
            length++;
        return length - from;
    }

    /// <summary><c>$</c>, <c>$$</c>, <c>$0</c>, <c>$name</c>, or an interpolated string.</summary>
    private void ReadDollar(bool space)
    {
        if (Peek(1) is '"' or '\'')
        {
            StartInterpolation(space);
            return;
        }

        var length = Peek(1) == '$' ? 2 : 1 + IdentifierLength(1);
        Add(TokenKind.LocalVariable, length, space, _text.Substring(_position + 1, length - 1));
    }
}
