using System.Net;
using DealBot.CrashTrials.Trials;

namespace DealBot.EndToEnd.Faults;

/// <summary>The disk of the database is full for a while.</summary>
public sealed class DiskFullTests
{
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(6);

    [Test]
    public async Task Full_disk_sends_members_on_all_the_same_and_costs_neither_a_post_nor_an_order()
    {
        using var disk = SmallDisk.TryMake(megabytes: 24);
        if (disk is null)
        {
            Assert.Ignore("a small file system can be mounted by root only");
        }

        await using var stage = await FaultStage.OpenAsync(new StageOptions { DataFolder = disk.Path });
        var link = await Poll.UntilAsync(() => Task.FromResult(stage.World.Members.Clicks.FirstOrDefault(click => click.Value.Acknowledged > 0).Key), code => code is not null, "a click");

        disk.Fill();
        await Task.Delay(Full);
        var answer = await stage.FollowAsync(link);
        disk.Free();
        await stage.PostsInEveryGroupAsync();
        stage.World.ClicksMayBeLost = await stage.ClicksLostAsync();
        var differences = await stage.RestAsync();

        Assert.That(answer, Is.EqualTo(HttpStatusCode.Found), stage.Said);
        Assert.That(differences, Is.Empty, stage.Said);
    }
}
