namespace DealBot.Templating.Lexing;

internal sealed partial class Lexer
{
    /// <summary>Takes the marker of the front matter with the rest of its line, which must be blank.</summary>
    private bool TryReadMarker()
    {
        if (!At(_marker!))
            return false;
        var end = _position + _marker!.Length;
        while (end < _text.Length && _text[end] is ' ' or '\t' or '\r')
            end++;
        if (end < _text.Length && _text[end++] != '\n')
            return false;
        _tokens.Add(new Token(TokenKind.FrontMatterMarker, _position, _position + _marker.Length, null, false));
        _position = end;
        return true;
    }

    /// <summary>Reads code up to the second marker; blank lines after it are no part of the content.</summary>
    private void ReadFrontMatter()
    {
        var start = _position;
        ReadCode();
        if (_tokens[^1].Kind == TokenKind.FrontMatterMarker && _tokens[^1].Start >= start)
            _stripNext = Strip.Greedy;
    }

    /// <summary>Reads a text that is code throughout.</summary>
    private void ReadScript() => ReadCode();
}
