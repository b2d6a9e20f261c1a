namespace DealBot.Templating.Syntax;

/// <summary>A parameter of a template's function: required, optional with a default, or taking all that is left.</summary>
internal sealed record ScriptParameter(string Name, Expression? Default, bool TakesRest)
{
    public void Print(SyntaxPrinter printer)
    {
        printer.Write(TakesRest ? Name + "..." : Name);
        if (Default is not null)
            printer.Write(" = ").Write(Default);
    }
}
