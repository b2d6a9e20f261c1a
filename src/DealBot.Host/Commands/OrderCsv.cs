using System.Globalization;
using System.Text;
using DealBot.Core.Orders;
using DealBot.Core.Shares;

namespace DealBot.Host.Commands;

/// <summary>Orders as a table for a spreadsheet: UTF-8 with the mark that Excel needs, moments in Beijing time, amounts in yuan.</summary>
internal static class OrderCsv
{
    public static void Write(string path, IReadOnlyList<ListedOrder> rows, CommandContext context)
    {
        var csv = new CsvText();
        csv.Row(Headings(context));
        foreach (var row in rows)
        {
            csv.Row(Cells(row, context));
        }

        File.WriteAllText(path, csv.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static string[] Headings(CommandContext context) => context.Say(
        "下单时间,联盟,账号,订单号,行号,商品编号,商品,件数,状态,平台状态码,销售额,佣金,佣金阶段,群,归属方式,把握%,推送",
        "ordered,network,account,order,row,item id,item,quantity,status,network code,sales,commission,stage,group,attributed by,confidence %,post").Split(',');

    private static string[] Cells(ListedOrder row, CommandContext context) =>
    [
        BeijingDays.Show(row.OrderedAt, "yyyy-MM-dd HH:mm:ss"), row.Network, CsvText.Text(row.Account),
        CsvText.Text(row.OrderId), CsvText.Text(row.RowId), CsvText.Text(row.ItemId), CsvText.Text(row.Title),
        row.Quantity.ToString(CultureInfo.InvariantCulture), OrderWords.Of(row.Status).In(context.Language), CsvText.Text(row.StatusCode),
        row.Sales.ToString(), row.Commission.ToString(), OrderWords.CommissionOf(row.Status).In(context.Language),
        CsvText.Text(row.Attribution.GroupId ?? ""), OrderWords.Of(row.Attribution.Method).In(context.Language),
        row.Attribution.Confidence.ToString(CultureInfo.InvariantCulture), row.Attribution.PostId ?? "",
    ];
}
