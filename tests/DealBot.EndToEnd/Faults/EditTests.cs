namespace DealBot.EndToEnd.Faults;

/// <summary>Edits of the owners' files while the service runs: half a file, and a change of the time zone.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EditTests
{
    [Test]
    public async Task Half_a_configuration_file_changes_nothing_until_it_is_whole()
    {
        await using var stage = await FaultStage.OpenAsync();
        var groups = await File.ReadAllTextAsync(stage.World.Files.File("config/groups.json"));

        stage.World.Files.WriteWhole("config/groups.json", groups[..(groups.Length / 2)]);
        await Poll.UntilAsync(() => Task.FromResult(stage.Said), said => said.Contains("groups.json", StringComparison.Ordinal), "a word about groups.json");
        await stage.PostsInEveryGroupAsync();
        stage.World.Files.WriteWhole("config/groups.json", groups);
        await stage.PostsInEveryGroupAsync();

        Assert.That(await stage.RestAsync(), Is.Empty, stage.Said);
    }

    // The slots come at the same minutes of three hours, so that a zone one hour off has the same slots under other local hours.
    [TestCase("Asia/Singapore")]
    [TestCase("Asia/Tokyo")]
    public async Task Change_of_the_time_zone_neither_doubles_nor_loses_a_slot(string zone)
    {
        await using var stage = await FaultStage.OpenAsync(new() { HoursAround = 1 });

        stage.World.Files.WriteGroups(zone);
        await stage.PostsInEveryGroupAsync();
        stage.World.Files.WriteGroups("Asia/Shanghai");
        await stage.PostsInEveryGroupAsync();

        Assert.That(await stage.RestAsync(), Is.Empty, stage.Said);
    }
}
