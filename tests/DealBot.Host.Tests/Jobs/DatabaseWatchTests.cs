using DealBot.Contracts;
using DealBot.Host.Jobs;
using DealBot.Storage;
using DealBot.Storage.Sqlite;

namespace DealBot.Host.Tests.Jobs;

public sealed class DatabaseWatchTests
{
    [Test]
    public void A_database_that_takes_no_writes_is_shown_once_and_with_what_to_do()
    {
        using var folder = new TempFolder();
        using var database = SqliteDatabase.Open(new StorageOptions { Path = folder.File("dealbot.db") });
        List<string> screen = [];
        var watch = new DatabaseWatch(database, new OwnerScreen(Language.Chinese, screen.Add));
        watch.Look();
        Assert.That(screen, Is.Empty);

        File.Delete(folder.File("dealbot.db"));
        Assert.That(async () => await database.WriteAsync(static (_, _) => 0, CancellationToken.None), Throws.Exception);
        watch.Look();
        watch.Look();

        Assert.That(screen.Single(), Does.StartWith("数据库写不进去：").And.Contain("dealbot restore"));
    }

    [Test]
    public async Task A_screen_that_is_a_file_on_the_full_disk_does_not_end_the_service()
    {
        using var folder = new TempFolder();
        using var database = SqliteDatabase.Open(new StorageOptions { Path = folder.File("dealbot.db") });
        var tried = new TaskCompletionSource();
        var screen = new OwnerScreen(Language.Chinese, _ =>
        {
            tried.TrySetResult();
            throw new IOException("No space left on device");
        });
        using var watch = new DatabaseWatch(database, screen);
        File.Delete(folder.File("dealbot.db"));
        Assert.That(async () => await database.WriteAsync(static (_, _) => 0, CancellationToken.None), Throws.Exception);

        await watch.StartAsync(CancellationToken.None);
        await tried.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Task.WhenAny(watch.ExecuteTask!, Task.Delay(TimeSpan.FromSeconds(1)));

        // A service of the host that ends by an exception ends the host.
        Assert.That(watch.ExecuteTask!.IsFaulted, Is.False);
        await watch.StopAsync(CancellationToken.None);
    }
}
