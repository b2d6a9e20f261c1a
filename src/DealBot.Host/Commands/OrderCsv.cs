using System.Globalization;
using System.Text;
using DealBot.Core.Orders;

namespace DealBot.Host.Commands;

/// <summary>Orders as a table for a spreadsheet: UTF-8 with the mark that Excel needs, moments in Beijing time, amounts in yuan.</summary>
internal static class OrderCsv
{
    private static readonly Encoding Marked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    public static void Write(string path, IReadOnlyList<ListedOrder> rows, CommandContext context) =>
        File.WriteAllText(path, string.Concat(rows.Select(row => Line(Cells(row, context))).Prepend(Line(Headings(context)))), Marked);

    private static string[] Headings(CommandContext context) => context.Say(
        "下单时间,联盟,账号,订单号,行号,商品编号,商品,件数,状态,平台状态码,销售额,佣金,佣金阶段,群,归属方式,把握%,推送",
        "ordered,network,account,order,row,item id,item,quantity,status,network code,sales,commission,stage,group,attributed by,confidence %,post").Split(',');

    private static string[] Cells(ListedOrder row, CommandContext context) =>
    [
        BeijingDays.Show(row.OrderedAt, "yyyy-MM-dd HH:mm:ss"), row.Network, row.Account, row.OrderId, row.RowId, row.ItemId, row.Title,
        row.Quantity.ToString(CultureInfo.InvariantCulture), OrderWords.Of(row.Status).In(context.Language), row.StatusCode,
        row.Sales.ToString(), row.Commission.ToString(), OrderWords.CommissionOf(row.Status).In(context.Language),
        row.Attribution.GroupId ?? "", OrderWords.Of(row.Attribution.Method).In(context.Language),
        row.Attribution.Confidence.ToString(CultureInfo.InvariantCulture), row.Attribution.PostId ?? "",
    ];

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        // A title comes from outside: what begins like a formula would be reckoned by the spreadsheet. A number may be below zero.
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !decimal.TryParse(text, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
