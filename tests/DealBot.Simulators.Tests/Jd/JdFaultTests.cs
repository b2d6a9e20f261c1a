using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Tests.Jd;

public sealed class JdFaultTests : JdSimulatorFixture
{
    private const string Method = "jd.union.open.goods.jingfen.query";
    private const string Json = """{"goodsReq":{"eliteId":23,"pageSize":50}}""";

    [TestCase(NetworkFault.HttpTooManyRequests, HttpStatusCode.TooManyRequests, "")]
    [TestCase(NetworkFault.HttpBadGateway, HttpStatusCode.BadGateway, "<html>")]
    [TestCase(NetworkFault.HtmlPage, HttpStatusCode.OK, "<html>")]
    [TestCase(NetworkFault.AppCallLimited, HttpStatusCode.OK, "{\"error_response\":{\"code\":\"2\"")]
    [TestCase(NetworkFault.TooFrequent, HttpStatusCode.OK, "{\"jd_union_open_goods_jingfen_query_responce\":{\"code\":\"0\",\"queryResult\":\"{\\\"code\\\":429")]
    public async Task Fault_strikes_the_next_calls_and_then_is_over(NetworkFault fault, HttpStatusCode status, string start)
    {
        Simulator.Faults.Next(fault, calls: 2);

        var answers = new[] { await SendAsync(), await SendAsync(), await SendAsync() };

        Assert.That(answers.Select(answer => answer.Status), Is.EqualTo([status, status, HttpStatusCode.OK]));
        Assert.That(answers[..2].Select(answer => answer.Body), Is.All.StartsWith(start));
        Assert.That(answers[2].Body, Does.Contain("\\\"code\\\":200"));
    }

    [Test]
    public async Task Fault_can_be_meant_for_one_method_and_be_cleared()
    {
        Simulator.Faults.Next(NetworkFault.HttpBadGateway, int.MaxValue, "jd.union.open.order.row.query");
        Assert.That((await SendAsync()).Status, Is.EqualTo(HttpStatusCode.OK));

        Simulator.Faults.Next(NetworkFault.HttpBadGateway, int.MaxValue);
        Assert.That((await SendAsync()).Status, Is.EqualTo(HttpStatusCode.BadGateway));

        Simulator.Faults.Clear();
        Assert.That((await SendAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Truncated_answer_is_no_json()
    {
        Simulator.Faults.Next(NetworkFault.TruncatedJson);

        var body = (await SendAsync()).Body;

        Assert.That(() => JsonNode.Parse(body), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public async Task Empty_result_is_an_empty_text()
    {
        Simulator.Faults.Next(NetworkFault.EmptyResult);

        Assert.That((await SendAsync()).Body, Does.EndWith("{\"code\":\"0\",\"queryResult\":\"\"}}"));
    }

    [Test]
    public async Task Numbers_turn_into_texts()
    {
        Simulator.Faults.Next(NetworkFault.NumbersAsStrings);

        var row = (await Wire.ChannelAsync(23))["data"]![0]!;

        Assert.That(row["priceInfo"]!["lowestPrice"]!.GetValueKind(), Is.EqualTo(JsonValueKind.String));
        Assert.That(row["skuId"]!.GetValueKind(), Is.EqualTo(JsonValueKind.String));
    }

    [Test]
    public async Task Optional_fields_go_missing_and_the_needed_ones_stay()
    {
        Simulator.Faults.Next(NetworkFault.MissingOptionalFields);

        var row = (await Wire.ChannelAsync(23))["data"]![0]!.AsObject();

        Assert.That(row.ContainsKey("skuId") || row.ContainsKey("shopInfo") || row.ContainsKey("comments"), Is.False);
        Assert.That(row.ContainsKey("itemId") && row.ContainsKey("skuName") && row.ContainsKey("priceInfo"), Is.True);
    }

    [Test]
    public async Task Pages_repeat_rows_of_the_page_before()
    {
        Simulator.Faults.Next(NetworkFault.DuplicateRows, calls: 2);

        var first = Ids(await Wire.ChannelAsync(23, 1));
        var second = Ids(await Wire.ChannelAsync(23, 2));

        Assert.That(second.Intersect(first).Count(), Is.EqualTo(3));
        Assert.That(second[..3], Is.EqualTo(first[^3..]));
    }

    [Test]
    public async Task Foreign_link_names_somebody_else_and_brings_the_caller_no_orders()
    {
        Simulator.Faults.Next(NetworkFault.ForeignLink);
        var material = (await BawangAsync())["materialUrl"];

        var answer = await Wire.ConvertAsync($"\"materialId\":\"{material}\",\"subUnionId\":\"g42\",\"chainType\":3");
        Simulator.Buy(await VisitAsync(answer["data"]!["shortURL"]!.GetValue<string>()), 1);

        Assert.That(answer["data"]!["clickURL"]!.GetValue<string>(), Does.Contain("e=someone_else&"));
        Assert.That(await RowsOfLastHourAsync(), Is.Empty);
    }

    [Test]
    public async Task Late_change_shows_after_its_update_time()
    {
        var visit = await VisitAsync(await ConvertBawangAsync("g1"));
        for (var index = 0; index < 10; index++)
            Simulator.Buy(visit, 1);
        Simulator.Faults.Next(NetworkFault.LateStatusChange, int.MaxValue);

        Clock.Advance(TimeSpan.FromHours(12));
        Simulator.Advance();
        var atOnce = await RowsOfLastHourAsync();
        Clock.Advance(Simulator.Faults.LateBy);
        var later = await RowsOfLastHourAsync();

        Assert.That(atOnce, Is.Empty);
        Assert.That(later, Is.Not.Empty);
        Assert.That(later.Select(row => row["modifyTime"]!.GetValue<string>()), Is.All.EqualTo("2026-01-15 22:20:30"));
    }

    [Test]
    public async Task Slow_response_takes_its_time()
    {
        Simulator.Faults.SlowBy = TimeSpan.FromMilliseconds(150);
        Simulator.Faults.Next(NetworkFault.SlowResponse);
        var watch = Stopwatch.StartNew();

        await SendAsync();

        Assert.That(watch.Elapsed, Is.GreaterThan(TimeSpan.FromMilliseconds(140)));
    }

    private static List<string> Ids(JsonObject answer) => [.. answer["data"]!.AsArray().Select(row => row!["itemId"]!.GetValue<string>())];

    private async Task<(HttpStatusCode Status, string Body)> SendAsync()
    {
        using var form = new FormUrlEncodedContent(Wire.Signed(Method, Json));
        using var response = await Wire.Http.PostAsync(Simulator.Gateway, form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
