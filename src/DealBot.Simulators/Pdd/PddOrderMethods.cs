using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Pdd;

/// <summary><c>pdd.ddk.order.list.increment.get</c> and <c>pdd.ddk.order.list.range.get</c>.</summary>
/// <param name="visible">Every order that the lists show now.</param>
/// <param name="faults">What goes wrong.</param>
internal sealed class PddOrderMethods(Func<IReadOnlyList<PddOrder>> visible, NetworkFaults faults)
{
    private const int MaxPage = 10_000;
    private const int MaxRangePageSize = 300;

    private static readonly TimeSpan MaxWindow = TimeSpan.FromHours(24);
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(90);

    public PddAnswer ListByUpdate(PddCall call)
    {
        var input = call.Input;
        var (from, to) = (input.Number("start_update_time"), input.Number("end_update_time"));
        var (page, size) = (input.Number("page") ?? 1, input.Number("page_size") ?? 100);
        var wantsCount = input.Flag("return_count") ?? true;
        if (input.Malformed is { } malformed)
            return PddAnswer.BadParameters(malformed);

        if (Refuse(call, Moment(from), Moment(to)) is { } refusal)
            return refusal;

        if (page is < 1 or > MaxPage || size is < 10 or > 100)
            return PddAnswer.BadParameters("page、page_size");

        var rows = Mine(call).Where(order => order.Sale.ModifiedAt.ToUnixTimeSeconds() is var time && time >= from && time <= to)
            .OrderBy(order => order.Sale.ModifiedAt).ThenBy(order => order.Number, StringComparer.Ordinal).ToList();
        if (page > 1 && rows.Count > 0 && faults.Take(NetworkFault.ShiftedPages, call.Method))
            rows.RemoveAt(0);

        var (cut, _) = MarketPage.Cut(rows, (int)page, (int)size, faults.Take(NetworkFault.DuplicateRows, call.Method));
        var answer = Answer(cut, call);
        if (wantsCount)
            answer.Body["total_count"] = rows.Count;
        return answer;
    }

    public PddAnswer ListByPayment(PddCall call)
    {
        var input = call.Input;
        var (from, to) = (Moment(input.Text("start_time")), Moment(input.Text("end_time")));
        var (last, size) = (input.Text("last_order_id"), input.Number("page_size") ?? MaxRangePageSize);
        if (input.Malformed is { } malformed)
            return PddAnswer.BadParameters(malformed);

        if (Refuse(call, from, to) is { } refusal)
            return refusal;

        if (size is < 1 or > MaxRangePageSize)
            return PddAnswer.BadParameters("page_size");

        var rows = Mine(call).Where(order => order.Sale.PaidAt >= from && order.Sale.PaidAt <= to).OrderBy(order => order.Sale.PaidAt).ThenBy(order => order.Number, StringComparer.Ordinal).ToList();
        var start = last is null ? 0 : rows.FindIndex(order => order.Number == last) + 1;
        PddOrder[] cut = [.. rows.Skip(start).Take((int)size)];
        var answer = Answer(cut, call);
        answer.Body["last_order_id"] = cut.Length == 0 ? "" : cut[^1].Number;
        return answer;
    }

    private static PddAnswer? Refuse(PddCall call, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is null || to is null || from > to)
            return PddAnswer.BadParameters("起止时间");

        return to - from > MaxWindow ? PddAnswer.BadParameters("查询时间间隔不能超过24小时")
            : from < call.Now - MaxAge ? PddAnswer.BadParameters("只能查询最近90天的订单")
            : null;
    }

    private static DateTimeOffset? Moment(long? seconds) => seconds is >= 0 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    private static DateTimeOffset? Moment(string? text) => Beijing.TryRead(text, out var moment) ? moment : null;

    private static PddAnswer Answer(IReadOnlyList<PddOrder> orders, PddCall call) => new("order_list_get_response", new JsonObject
    {
        ["order_list"] = new JsonArray([.. orders.Select(order => PddOrderRow.Write(order, call.Base))]),
    });

    private IEnumerable<PddOrder> Mine(PddCall call) => visible().Where(order => order.Sale.Account == call.Account.ClientId);
}
