using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

internal sealed partial class Parser
{
    /// <summary>Where the statements that are open begin, innermost last, so that a missing <c>end</c> can name its own.</summary>
    private readonly List<int> _open = [];

    /// <summary>Parses the front matter up to its second marker; what follows the marker on its line is skipped.</summary>
    private Block ParseFrontMatter()
    {
        if (Current.Kind != TokenKind.FrontMatterMarker)
        {
            Report(Current,
                $"When `{_options.Mode}` is enabled, expecting a `{_options.FrontMatterMarker}` at the beginning of the text instead of `{Describe(Current)}`");
            Stop();
            return EmptyBlock();
        }

        Advance();
        var block = ParseBlock(Part.FrontMatter);
        if (Current.Kind == TokenKind.FrontMatterMarker)
            Advance();
        else
            Report(Current, $"End of frontmatter `{_options.FrontMatterMarker}` not found");
        return block;
    }

    /// <summary>The body of a statement whose first line ends here.</summary>
    private Block ParseBody(Part owner, out Ending ending)
    {
        ending = Ending.Missing;
        return ExpectEndOfStatement() ? ParseBlock(owner, out ending) : EmptyBlock();
    }

    private Block ParseBlock(Part owner) => ParseBlock(owner, out _);

    private Block ParseBlock(Part owner, out Ending ending)
    {
        var start = Current.Start;
        var statements = new List<(Statement, Indent)>();
        var indent = _indent;
        _indent = Indent.Inherited;
        ending = Ending.Missing;
        _open.Add(Math.Max(0, PreviousEnd - 1));
        if (TryEnter())
            while (!_stopped && !HasEnded(owner, out ending) && TryParseStatement(owner, statements))
            {
            }

        _indent = indent;
        _open.RemoveAt(_open.Count - 1);
        _depth--;
        var span = SpanFrom(start);
        if (ending == Ending.End)
            TakeEnd(owner);
        else if (ending == Ending.Missing && owner != Part.Page && owner != Part.FrontMatter)
            Report(Previous, $"Error while parsing {owner.Name}: The <end> statement was not found in: {owner.Form}", _isSilent ? null : MissingEnd(start));
        return new Block(span, statements);
    }

    /// <summary>Whether the block ends here; an <c>else</c> or <c>when</c> that belongs to nothing is parsed and reported.</summary>
    private bool HasEnded(Part owner, out Ending ending)
    {
        ending = Ending.Missing;
        if (Current.Kind is TokenKind.EndOfFile or TokenKind.FrontMatterMarker)
            return true;
        if (Current.Kind != TokenKind.Identifier || Next.Kind is TokenKind.Dot or TokenKind.Assign)
            return false;
        ending = Current.Text switch
        {
            "end" => Ending.End,
            "else" => Ending.Else,
            "when" => Ending.When,
            _ => Ending.Missing,
        };
        var isOwn = ending switch
        {
            Ending.End => owner != Part.Page && owner != Part.FrontMatter,
            Ending.Else => owner.TakesElse,
            Ending.When => owner.TakesWhen,
            _ => true,
        };
        if (!isOwn)
        {
            ParseStray(ending);
            ending = Ending.Stray;
        }

        return ending != Ending.Missing;
    }

    private void ParseStray(Ending ending)
    {
        var token = Current;
        if (ending == Ending.End)
        {
            Report(token, "Unexpected `end`: no open statement that it could belong to.");
            Stop();
        }
        else if (ending == Ending.When)
        {
            ParseWhens(ending, []);
            Report(token, "A `when` condition must be preceded by another `when`/`else`/`case` condition");
        }
        else
        {
            if (TryTakeElseIf())
                ParseIfAfterKeyword(token.Start);
            else
                ParseElse();
            Report(token, "A else condition must be preceded by another if/else/when condition or a for loop.");
        }
    }

    private void TakeEnd(Part owner)
    {
        if (_stopped)
            return;
        Advance();
        if (!owner.IsExpression)
            ExpectEndOfStatement();
    }

    /// <summary>Says which statement has no <c>end</c>; a word such as <c>endif</c> inside it is the likelier reason.</summary>
    private string MissingEnd(int bodyStart)
    {
        for (var i = _index; i > 0 && _tokens[i].Start >= bodyStart; i--)
            if (_tokens[i] is { Kind: TokenKind.Identifier } token && Hints.Meant(token.Text) is "end" or "else if" && IsAlone(i))
                return $"Write `{Hints.Meant(token.Text)}` instead of `{token.Text}` on line {_source.LineAt(token.Start)}.";
        return $"Write `end` where the statement that starts on line {_source.LineAt(bodyStart)} is to end.";
    }

    private bool IsAlone(int index) => _tokens[index - 1].Kind is TokenKind.CodeEnter or TokenKind.NewLine or TokenKind.Semicolon;
}
