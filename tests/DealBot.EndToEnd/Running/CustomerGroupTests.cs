using System.Net;
using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.WeComTask;

namespace DealBot.EndToEnd.Running;

/// <summary>The service with a customer group of WeCom: its posts wait for the owner, who gives orders by writing to the application.</summary>
public sealed class CustomerGroupTests
{
    private const string Owner = "zhangsan";
    private const string ChatId = "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA";
    private const string CorpId = "ww1a2b3c4d5e6f7a8b";
    private const string Secret = "made-up-secret-of-an-application";
    private const string CallbackToken = "dealbotToken";
    private const string CallbackKey = "dealbotDEALBOTdealbot0123456789abcdefghijkL";

    [Test]
    public async Task A_post_waits_for_its_owner_who_is_answered_and_nobody_else()
    {
        await using var weCom = await WeComTaskSimulator.StartAsync(
            new WeComTaskSimulatorOptions
            {
                CorpId = CorpId,
                Secret = Secret,
                Members = [Owner],
                Chats = new Dictionary<string, WeComSimulatedChat> { [ChatId] = new("宝妈群", Owner, 188) },
            },
            CancellationToken.None);
        await using var shop = await Shop.OpenAsync("0/5 * * * * ?");
        shop.PostAsTasks(SettingsFor(weCom.BaseAddress), Owner);
        var calls = new WeComCalls(CallbackToken, CallbackKey, CorpId, TimeProvider.System);
        await using var service = await RunningService.StartAsync(shop.Path);

        Assert.That(await service.CallAsync("wecomtask", calls.Verification("1616140317555161061")), Is.EqualTo((HttpStatusCode.OK, "1616140317555161061")));

        var tasks = await Poll.UntilAsync(() => Task.FromResult(weCom.Tasks), seen => seen.Count > 0, "a task for the group");
        Assert.That(tasks[0].ChatId, Is.EqualTo(ChatId));
        Assert.That(tasks[0].Text, Does.StartWith("好价"));

        var forged = new WeComCalls("anotherToken", CallbackKey, CorpId, TimeProvider.System).TextFrom(Owner, "状态");
        Assert.That((await service.CallAsync("wecomtask", forged)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(weCom.Messages.Any(IsStatus), Is.False);
        var tooLong = calls.Message(new string('a', CallbackRequest.MaxBytes));
        Assert.That((await service.CallAsync("wecomtask", tooLong)).Status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        var asked = calls.TextFrom(Owner, "状态");
        Assert.That((await service.CallAsync("wecomtask", asked)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await service.CallAsync("wecomtask", asked)).Status, Is.EqualTo(HttpStatusCode.OK));

        // Answers come in the order of their questions: once the last is answered, the replayed one is not going to be.
        Assert.That((await service.CallAsync("wecomtask", calls.TextFrom(Owner, "帮助", id: 2))).Status, Is.EqualTo(HttpStatusCode.OK));
        await Poll.UntilAsync(() => Task.FromResult(weCom.Messages), seen => seen.Any(IsHelp), "the owner's second question is answered");
        Assert.That(weCom.Messages.Count(IsStatus), Is.EqualTo(1));
        Assert.That(service.Said(), Does.Not.Contain(Secret).And.Not.Contain(CallbackToken).And.Not.Contain(CallbackKey).And.Not.Contain("token-of-"));
    }

    private static bool IsStatus(WeComAppMessage message) => message.UserId == Owner && message.Text!.Contains("今天发了", StringComparison.Ordinal);

    private static bool IsHelp(WeComAppMessage message) => message.UserId == Owner && message.Text!.Contains("跳过", StringComparison.Ordinal);

    private static JsonObject SettingsFor(Uri weCom) => new()
    {
        ["BaseUrl"] = weCom.AbsoluteUri,
        ["CorpId"] = CorpId,
        ["Secret"] = Secret,
        ["AgentId"] = 1000002,
        ["Chats"] = new JsonObject { ["customers"] = new JsonObject { ["ChatId"] = ChatId, ["Sender"] = Owner } },
        ["Members"] = new JsonObject { ["boss"] = Owner },
        ["Callback"] = new JsonObject { ["Token"] = CallbackToken, ["EncodingAesKey"] = CallbackKey },
    };
}
