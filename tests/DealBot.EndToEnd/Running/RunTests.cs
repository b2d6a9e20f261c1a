using System.Net;

namespace DealBot.EndToEnd.Running;

/// <summary>The service as an owner runs it, in real time against a simulated network.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RunTests
{
    private const string EveryTenSeconds = "0/10 * * * * ?";
    private const string EveryTwoSeconds = "0/2 * * * * ?";

    [Test]
    public async Task Service_posts_on_schedule_sends_members_on_and_ends_when_told_to()
    {
        await using var shop = await Shop.OpenAsync(EveryTenSeconds);
        await using var service = await RunningService.StartAsync(shop.Path);

        var ready = await Poll.UntilAsync(service.ReadyAsync, report => report?.GetProperty("deals").GetInt32() > 0, "ready with deals");
        var message = (await shop.MessagesAsync(1))[0];

        Assert.That(ready!.Value.GetProperty("status").GetString(), Is.EqualTo("ok"));
        Assert.That(message.Text, Does.Match(@"^好价\nhttps://deal\.example\.cn/g/[0-9a-z]{11}\n?$"));
        using var response = await service.AskAsync(new Uri(message.Text.Split('\n')[1]).AbsolutePath);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(response.Headers.Location!.AbsoluteUri, Does.StartWith(shop.Network.AbsoluteUri));
        Assert.That(await service.TerminateAsync(), Is.Zero, service.Said());
        Assert.That(service.Said(), Does.Not.Contain(Shop.Secret).And.Not.Contain("[ERR]"));
    }

    [Test]
    public async Task Edit_holds_from_the_next_slot_on_and_a_bad_one_changes_nothing_but_is_told()
    {
        await using var shop = await Shop.OpenAsync(EveryTwoSeconds);
        await using var service = await RunningService.StartAsync(shop.Path);
        await shop.MessagesAsync(1);

        shop.WriteCopy("新文案");
        shop.WriteSchedule(EveryTwoSeconds, deals: 2);
        var edited = await Poll.UntilAsync(
            () => Task.FromResult(shop.Messages()), messages => messages[^1] is var last && last.Text.StartsWith("新文案", StringComparison.Ordinal) && Links(last.Text) == 2, "two deals in the new copy");

        shop.WriteSchedule("every two seconds", deals: 3);
        var ready = await Poll.UntilAsync(service.ReadyAsync, report => report?.GetProperty("configurationFaults").GetArrayLength() > 0, "the fault in /readyz");
        var after = await shop.MessagesAsync(Math.Max(edited.Count, shop.Messages().Count) + 6);

        Assert.That(ready!.Value.GetProperty("configurationFaults")[0].GetProperty("zh").GetString(), Does.StartWith("schedules.json $.schedules[0].rules[0].cron: "));
        Assert.That(Links(after[^1].Text), Is.EqualTo(2));

        shop.WriteSchedule(EveryTwoSeconds, deals: 1);
        await Poll.UntilAsync(service.ReadyAsync, report => report?.GetProperty("configurationFaults").GetArrayLength() == 0, "no fault in /readyz");
    }

    [Test]
    public async Task Killed_service_goes_on_after_a_restart_and_posts_nothing_twice()
    {
        await using var shop = await Shop.OpenAsync(EveryTwoSeconds);
        var before = 0;
        for (var life = 0; life < 2; life++)
        {
            await using var service = await RunningService.StartAsync(shop.Path);
            before = (await shop.MessagesAsync(before + 2)).Count;
            await service.KillAsync();
        }

        await using var last = await RunningService.StartAsync(shop.Path);
        var messages = await shop.MessagesAsync(shop.Messages().Count + 3);

        Assert.That(messages.Select(message => message.Id), Is.Unique);
        Assert.That(messages.SelectMany(message => message.Text.Split('\n').Where(line => line.StartsWith("https", StringComparison.Ordinal))), Is.Unique);
    }

    [Test]
    public async Task Second_service_on_the_same_port_says_so_and_ends()
    {
        await using var shop = await Shop.OpenAsync(EveryTenSeconds);
        await using var service = await RunningService.StartAsync(shop.Path);
        var port = service.Port;

        await using var other = await Shop.OpenAsync(EveryTenSeconds);
        other.ListenOn(port);
        var ended = await DealBotProcess.RunAsync(other.Path, "run");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors.TrimEnd(), Is.EqualTo($"无法监听 http://127.0.0.1:{port}：端口 {port} 已被别的程序占用。停掉它，或在 Listen 换一个端口"));
        Assert.That(ended.Output, Is.Empty, "nothing of the service had begun");
    }

    [Test]
    public async Task Second_service_on_the_same_database_is_refused_until_the_first_is_gone_however_it_went()
    {
        await using var shop = await Shop.OpenAsync(EveryTenSeconds);
        await using var service = await RunningService.StartAsync(shop.Path);

        var ended = await DealBotProcess.RunAsync(shop.Path, "run");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("另一个 dealbot run 正在使用 data/dealbot.db").And.Not.Contain("   at "));

        await service.KillAsync();
        await using var next = await RunningService.StartAsync(shop.Path);
        Assert.That(await next.TerminateAsync(), Is.Zero);
    }

    /// <summary>However far the start had come: a service that ends with an error is restarted by whoever watches over it.</summary>
    [Test]
    public async Task Stop_during_the_start_is_a_stop()
    {
        await using var shop = await Shop.OpenAsync(EveryTenSeconds);
        await using var service = await RunningService.BeginAsync(shop.Path);

        Assert.That(await service.TerminateAsync(), Is.Zero, service.Said());
    }

    private static int Links(string text) => text.Split("https://").Length - 1;
}
