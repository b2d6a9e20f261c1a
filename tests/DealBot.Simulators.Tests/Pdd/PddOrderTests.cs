using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Tests.Pdd;

public sealed class PddOrderTests : PddSimulatorFixture
{
    [Test]
    public async Task Order_is_written_in_fen_with_what_its_link_carried()
    {
        var order = await BuyAsync(quantity: 2);

        var row = (await RowsAsync()).Single();

        Assert.That(row["order_sn"]!.GetValue<string>(), Is.EqualTo(order.Number).And.StartWith("260115-"));
        Assert.That((row["p_id"]!.GetValue<string>(), row["custom_parameters"]!.GetValue<string>()), Is.EqualTo((Pid, Custom)));
        Assert.That(row["order_amount"]!.GetValue<long>(), Is.EqualTo(order.Sale.EstimatedBase.Fen));
        Assert.That(row["promotion_amount"]!.GetValue<long>(), Is.EqualTo(order.Sale.EstimatedFee.Fen).And.GreaterThan(0));
        Assert.That(row["order_modify_at"]!.GetValue<long>(), Is.EqualTo(Clock.GetUtcNow().ToUnixTimeSeconds()));
        Assert.That((row["order_status"]!.GetValue<int>(), row["order_receive_time"]), Is.EqualTo((1, (JsonNode?)null)));
    }

    [Test]
    public async Task Received_order_moves_into_a_new_window()
    {
        await BuyAsync();
        Clock.Advance(TimeSpan.FromHours(11));
        Simulator.Advance();

        var row = (await RowsAsync()).Single();

        Assert.That(row["order_status"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(row["order_receive_time"]!.GetValue<long>(), Is.LessThanOrEqualTo(row["order_modify_at"]!.GetValue<long>()));
    }

    [TestCase(24 * 3600, true)]
    [TestCase((24 * 3600) + 1, false)]
    public async Task Window_is_a_day_at_most(int seconds, bool accepted)
    {
        var now = Clock.GetUtcNow();
        var answer = await Wire.PostAsync(Wire.Signed(
            "pdd.ddk.order.list.increment.get", ("start_update_time", PddWire.Seconds(now.AddSeconds(-seconds))), ("end_update_time", PddWire.Seconds(now))));

        Assert.That(answer.ContainsKey("order_list_get_response"), Is.EqualTo(accepted));
        Assert.That(accepted || answer["error_response"]!["error_code"]!.GetValue<int>() == 10000, Is.True);
    }

    [TestCase("page_size", "9")]
    [TestCase("page_size", "101")]
    [TestCase("page", "10001")]
    [TestCase("end_update_time", null)]
    [TestCase("start_update_time", "1760000000")]
    public async Task Wrong_parameter_is_refused(string name, string? value)
    {
        var now = Clock.GetUtcNow();

        Assert.That(
            await Wire.ErrorAsync(
                "pdd.ddk.order.list.increment.get", ("start_update_time", PddWire.Seconds(now.AddHours(-1))), ("end_update_time", PddWire.Seconds(now)), (name, value)),
            Is.EqualTo(10000));
    }

    [Test]
    public async Task Total_comes_only_to_those_who_want_it()
    {
        await BuyAsync();
        var now = Clock.GetUtcNow();

        Assert.That((await Wire.OrdersAsync(now.AddHours(-1), now))["total_count"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await Wire.OrdersAsync(now.AddHours(-1), now, ("return_count", "false"))).ContainsKey("total_count"), Is.False);
    }

    [Test]
    public async Task Orders_by_payment_go_on_behind_the_last()
    {
        for (var count = 0; count < 5; count++)
        {
            await BuyAsync();
        }

        var now = Clock.GetUtcNow();
        var numbers = new List<string>();
        string? last = null;
        do
        {
            var answer = await Wire.CallAsync(
                "order_list_get_response",
                "pdd.ddk.order.list.range.get",
                ("start_time", Jd.JdWire.TimeText(now.AddHours(-1))),
                ("end_time", Jd.JdWire.TimeText(now)),
                ("page_size", "2"),
                ("last_order_id", last));
            numbers.AddRange(answer["order_list"]!.AsArray().Select(row => row!["order_sn"]!.GetValue<string>()));
            last = answer["last_order_id"]!.GetValue<string>();
        }
        while (last.Length > 0);

        Assert.That(numbers, Is.EquivalentTo(Simulator.Orders.Select(order => order.Number)));
    }

    [Test]
    public async Task Nobody_sees_anothers_orders()
    {
        await BuyAsync();
        var now = Clock.GetUtcNow();

        Assert.That((await Stranger.OrdersAsync(now.AddHours(-1), now))["order_list"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Numbers_may_come_as_text_and_optional_fields_not_at_all()
    {
        await BuyAsync();
        Simulator.Faults.Next(NetworkFault.NumbersAsStrings);
        Assert.That((await RowsAsync()).Single()["promotion_amount"]!.GetValueKind(), Is.EqualTo(System.Text.Json.JsonValueKind.String));

        Simulator.Faults.Next(NetworkFault.MissingOptionalFields);
        Assert.That((await RowsAsync()).Single().ContainsKey("order_status_desc"), Is.False);
    }

    private async Task<List<JsonObject>> RowsAsync()
    {
        var now = Clock.GetUtcNow();
        return [.. (await Wire.OrdersAsync(now.AddMinutes(-5), now))["order_list"]!.AsArray().Select(row => row!.AsObject())];
    }
}
