using DealBot.Adapters.Wechaty;
using DealBot.Contracts;
using DealBot.Simulators.Wechaty;

namespace DealBot.Adapters.Tests.Wechaty;

/// <summary>Rooms by their name, what is said of them without posting, and who is in them.</summary>
public sealed class WechatyRoomTests
{
    private static readonly WechatyRoom ByTopic = new() { Puppet = "home", Topic = WechatyStage.Topic };

    [Test]
    public async Task Finds_a_room_by_its_name()
    {
        await using var stage = await WechatyStage.SetAsync(new WechatyChatRoom("2@chatroom", "家装群"));

        var result = await stage.NewAdapter(ByTopic).SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<SendResult.Sent>());
        Assert.That(stage.Simulator.Received.Single().Room, Is.EqualTo(WechatyStage.RoomId));
    }

    [Test]
    public async Task Refuses_a_name_that_two_rooms_have()
    {
        await using var stage = await WechatyStage.SetAsync(new WechatyChatRoom("2@chatroom", WechatyStage.Topic));

        var result = (SendResult.Rejected)await stage.NewAdapter(ByTopic).SendAsync(Some.Request("main"), CancellationToken.None);

        Assert.That((result.Field, result.OnlyThisAddress), Is.EqualTo(("Topic", true)));
        Assert.That(result.Reason.Zh, Does.Contain("2 个同名的群"));
        Assert.That(stage.Calls, Is.Zero);
    }

    [Test]
    public async Task A_name_that_no_room_has_is_asked_for_again_after_a_while_only()
    {
        await using var stage = await WechatyStage.SetAsync();
        var adapter = stage.NewAdapter(ByTopic with { Topic = "新群" });

        for (var message = 0; message < 3; message++)
        {
            var result = (SendResult.Rejected)await adapter.SendAsync(Some.Request("main"), CancellationToken.None);
            Assert.That((result.Field, result.OnlyThisAddress), Is.EqualTo(("Topic", true)));
        }

        Assert.That(stage.Simulator.RoomLists, Is.EqualTo(1));
        stage.Time.Advance(TimeSpan.FromMinutes(10));
        await adapter.SendAsync(Some.Request("main"), CancellationToken.None);
        Assert.That((stage.Simulator.RoomLists, stage.Calls), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task Proves_a_room_by_its_name_and_members()
    {
        await using var stage = await WechatyStage.SetAsync();

        var report = await stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Proven));
        Assert.That(report.Note!.Zh, Is.EqualTo("群「宝妈群」，3 人"));
    }

    [Test]
    public async Task Proves_a_room_whose_members_the_puppet_does_not_tell()
    {
        await using var stage = await WechatyStage.SetAsync();
        await stage.SendAsync();
        stage.Simulator.OtherFaults.Slow(TimeSpan.Zero, calls: 2);
        stage.Simulator.OtherFaults.AnswerWith(12);

        var report = await stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Proven));
        Assert.That(report.Note!.Zh, Does.Contain("没有给出人数"));
    }

    [Test]
    public async Task Says_to_scan_when_the_account_is_not_logged_in()
    {
        await using var stage = await WechatyStage.SetAsync();
        stage.Simulator.LogOut();

        var report = await stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Failed));
        Assert.That(report.Faults.Single().Reason.Zh, Does.Contain("扫码"));
        Assert.That(report.Faults.Single().Reason.En, Does.Not.Contain("secret-code"));
    }

    [Test]
    public async Task Names_the_token_or_the_room_at_fault()
    {
        await using var stage = await WechatyStage.SetAsync();

        Assert.That(await FieldAsync(stage.NewAdapter(token: "puppet_wrong")), Is.EqualTo("Token"));
        Assert.That(await FieldAsync(stage.NewAdapter(new WechatyRoom { Puppet = "home", Id = "1@chatroom" })), Is.EqualTo("Id"));
        Assert.That(await FieldAsync(stage.NewAdapter(ByTopic with { Topic = "没有" })), Is.EqualTo("Topic"));
        Assert.That(await FieldAsync(stage.NewAdapter(WechatyStage.OptionsFor(new Uri($"http://127.0.0.1:{SimulatedStage.ClosedPort()}")))), Is.EqualTo("Endpoint"));
    }

    [Test]
    public async Task Counts_members()
    {
        await using var stage = await WechatyStage.SetAsync();

        Assert.That(await stage.Adapter.CountMembersAsync("main", CancellationToken.None), Is.EqualTo(3));
        Assert.That(await stage.Adapter.CountMembersAsync("other", CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task A_count_that_fails_names_no_secret()
    {
        await using var stage = await WechatyStage.SetAsync();
        var adapter = stage.NewAdapter(token: "puppet_wrong");

        Assert.That(
            async () => await adapter.CountMembersAsync("main", CancellationToken.None),
            Throws.InstanceOf<HttpRequestException>().With.Message.Not.Contain("puppet_wrong"));
    }

    [Test]
    public async Task Shows_a_picture_by_its_size_and_no_token()
    {
        await using var stage = await WechatyStage.SetAsync();

        var call = stage.Adapter.Preview(Some.Request("main", Some.Picture)).Single();

        Assert.That(call.Method, Is.EqualTo("MessageSendFile"));
        Assert.That(call.Body, Is.EqualTo($$$"""{"conversationId":"{{{WechatyStage.RoomId}}}","fileBox":{"name":"poster.png","base64":"({{{Some.Png.Count}}} bytes)"}}"""));
        Assert.That($"{call} {WechatyStage.OptionsFor(stage.Simulator.BaseAddress).Puppets["home"]}", Does.Not.Contain(WechatyStage.Token));
    }

    private static async Task<string?> FieldAsync(WechatyAdapter adapter) => (await adapter.TestAsync("main", CancellationToken.None)).Faults.Single().Field;
}
