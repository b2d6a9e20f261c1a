using System.Globalization;
using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>tablerow variable in list cols: n</c>: a loop that writes the rows and cells of an HTML table.</summary>
internal sealed class TableRowStatement(SourceSpan span, Expression variable, Expression list, LoopOptions options, Block body, Block? otherwise)
    : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        if (options.Select(context, list) is not { } items)
            return Flow.Next;
        if (items.Count == 0)
            return otherwise?.Execute(context) ?? Flow.Next;
        var columns = Math.Max(1, LoopOptions.ToInt(context, options.Columns, 1));
        var loop = context.EnterLoop("tablerow", items.Count);
        loop.Columns = columns;
        var binding = context.Bind(variable);
        try
        {
            for (var i = 0; i < items.Count; i++)
            {
                binding.Value = context.Current(items[i]);
                context.CountLoopStep(this);
                loop.MoveTo(i, binding.Value);
                var flow = WriteCell(context, i, columns, i == items.Count - 1);
                if (flow == Flow.Return)
                    return flow;
                if (flow == Flow.Break)
                    break;
            }
        }
        finally
        {
            RenderContext.Unbind(binding);
            context.LeaveLoop(loop);
        }

        return Flow.Next;
    }

    private Flow WriteCell(RenderContext context, int index, int columns, bool isLast)
    {
        var (row, column) = Math.DivRem(index, columns);
        if (column == 0)
            WriteTag(context, "<tr class=\"row", row);
        WriteTag(context, "<td class=\"col", column);
        var flow = body.Execute(context);
        context.Write(this, "</td>");
        if (column == columns - 1 || isLast || flow is Flow.Break or Flow.Return)
            context.Write(this, "</tr>\n");
        return flow;
    }

    private void WriteTag(RenderContext context, string start, int number)
    {
        context.Write(this, start);
        context.WriteNumber(this, number + 1, CultureInfo.InvariantCulture);
        context.Write(this, "\">");
    }

    public override void Print(SyntaxPrinter printer)
    {
        options.Print(printer.Write("tablerow ").Write(variable).Write(" in ").Write(list));
        printer.Body(body).Keyword("end");
    }
}
