using DealBot.Storage.Sqlite;

namespace DealBot.Storage.Tests;

/// <summary>A folder that can't hold the database is told in the owner's language, with what to do.</summary>
public sealed class DataFolderTests
{
    [Test]
    public void A_file_in_the_place_of_the_folder_is_named()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("data"), "");
        var path = Path.Combine(folder.File("data"), "deep", "dealbot.db");

        var locked = Assert.Throws<StorageFaultException>(() => ServiceLock.TryTake(path))!;
        var opened = Assert.Throws<StorageFaultException>(() => SqliteDatabase.Open(new StorageOptions { Path = path }).Dispose())!;

        Assert.That(locked.Reason.Zh, Does.StartWith($"{folder.File("data")} 是文件，不是目录"));
        Assert.That(opened.Reason, Is.EqualTo(locked.Reason));
    }

    [Test]
    public void A_folder_without_the_right_to_write_is_told_without_the_systems_words()
    {
        var reason = DataFolder.Explain(new UnauthorizedAccessException("Access to the path is denied."), "/srv/dealbot/data/dealbot.db").Reason;

        Assert.That(reason.Zh, Does.StartWith("没有权限写数据目录 /srv/dealbot/data。").And.Not.Contain("Access"));
        Assert.That(reason.En, Does.StartWith("no right to write in the data folder /srv/dealbot/data"));
    }

    [Test]
    public void A_lock_that_another_process_holds_is_no_fault_of_the_folder()
    {
        using var folder = new TempFolder();
        using var held = ServiceLock.TryTake(folder.File("dealbot.db"));

        Assert.That(ServiceLock.TryTake(folder.File("dealbot.db")), Is.Null);
    }
}
