using Dapper;
using DealBot.Adapters.WeComTask;
using DealBot.Core.Configuration;
using DealBot.Host.Composition;
using DealBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DealBot.Host.Tests.Composition;

/// <summary>What is kept for the sake of a platform is kept from the edit on that brings its first group.</summary>
public sealed class RetentionScopeTests
{
    [Test]
    public async Task Attempts_of_a_month_are_kept_once_an_edit_brings_a_group_that_is_counted_by_month()
    {
        var clock = new TestClock(Some.Morning);
        using var folder = new ServiceFolder
        {
            Change = settings => settings with
            {
                Adapters = settings.Adapters with
                {
                    WeComTask = new WeComTaskOptions
                    {
                        CorpId = "ww1",
                        Secret = "made-up",
                        Chats = new Dictionary<string, WeComTaskChat> { ["mama"] = new() { ChatId = "wr1", Sender = "li" } },
                    },
                },
            },
        };
        using var foundation = await folder.LayAsync(clock);
        await using var services = new ServiceCollection().AddLogging().AddDealBot(foundation).BuildServiceProvider();
        var retention = services.GetRequiredService<Retention>();
        await retention.RunAsync(CancellationToken.None);

        folder.Write("groups.json", """{ "groups": [{ "id": "mama-1", "name": "宝妈群", "owner": "li", "adapter": "wecomtask", "address": "mama", "audience": "mama", "schedule": "day" }] }""");
        Assert.That(services.GetRequiredService<LiveConfiguration>().Refresh(), Is.Empty);
        await foundation.Database.WriteAsync(
            (connection, transaction) => connection.Execute(
                "INSERT INTO attempts (adapter, address, account, at, post_id, idx) VALUES ('wecomtask', 'mama', 'li', @at, 'p', 0)",
                new { at = clock.Now.AddDays(-20).ToUnixTimeMilliseconds() },
                transaction),
            CancellationToken.None);
        await retention.RunAsync(CancellationToken.None);

        Assert.That(await foundation.Database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM attempts"), CancellationToken.None), Is.EqualTo(1));
    }
}
