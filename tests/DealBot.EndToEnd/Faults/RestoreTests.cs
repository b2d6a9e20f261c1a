namespace DealBot.EndToEnd.Faults;

/// <summary>A backup of the running service, and what happens after it is restored.</summary>
public sealed class RestoreTests
{
    [Test]
    public async Task Backup_made_while_it_runs_comes_back_and_nothing_posted_since_is_posted_again()
    {
        await using var stage = await FaultStage.OpenAsync();
        var made = await RunAsync(stage, "backup", "backup.zip");
        await stage.PostsInEveryGroupAsync();
        var again = await RunAsync(stage, "backup", "backup.zip");
        var tooEarly = await RunAsync(stage, "restore", "backup.zip");
        await stage.EndAsync();

        var restored = await RunAsync(stage, "restore", "backup.zip");
        await stage.StartAsync();
        await stage.PostsInEveryGroupAsync();
        await stage.EndAsync();

        Assert.That(made.Code, Is.Zero, made.Errors);
        Assert.That(made.Output, Does.Match(@"backup\.zip  [\d.]+ [KM]B").And.Contain("截至"));
        Assert.That(again.Code, Is.EqualTo(1));
        Assert.That(again.Errors, Does.Contain("--force"));
        Assert.That(tooEarly.Code, Is.EqualTo(1));
        Assert.That(tooEarly.Errors, Does.Contain("先停掉服务"));
        Assert.That(restored.Code, Is.Zero, restored.Errors);
        Assert.That(restored.Output, Does.Contain("原来的数据库保留在").And.Contain("重新同步").And.Contain("dealbot payout"));
        var texts = stage.World.Chat.Calls.Where(call => call.Accepted && call.Kind == "text" && call.Content.Contains("/g/", StringComparison.Ordinal)).Select(call => (call.Address, call.Content)).ToList();
        Assert.That(texts, Is.Unique.And.Not.Empty, "the code of a link is the slot's own");
    }

    private static Task<Ended> RunAsync(FaultStage stage, params string[] args) => DealBotProcess.RunAsync(stage.World.Files.Folder, args);
}
