using DealBot.Contracts;

namespace DealBot.Storage;

/// <summary>Why the folder of the database can't be used, in words an owner can act on: what the system says is in one language and names no remedy.</summary>
public static class DataFolder
{
    /// <summary>What an exception means that came of using the folder.</summary>
    public static StorageFaultException Explain(Exception exception, string databasePath)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var folder = Path.GetDirectoryName(Path.GetFullPath(databasePath))!;
        return new StorageFaultException(Text(exception, folder), exception);
    }

    private static Phrase Text(Exception exception, string folder) => exception switch
    {
        UnauthorizedAccessException => new Phrase(
            $"没有权限写数据目录 {folder}。让运行 dealbot 的用户可以写它和里面的每个文件（用 root 运行过就 chown -R），或在 Storage.Path 另填一个地方",
            $"no right to write in the data folder {folder}: let the user that runs dealbot write there and to every file in it (chown -R if it ever ran as root), or name another place in Storage.Path"),
        _ when FileInTheWay(folder) is { } file => new Phrase(
            $"{file} 是文件，不是目录，数据放不进去。改名或删掉它，或在 Storage.Path 另填一个地方",
            $"{file} is a file and no folder, and can't hold the data: rename or remove it, or name another place in Storage.Path"),
        _ => new Phrase(
            $"数据目录 {folder} 用不了：{exception.Message}。检查磁盘和 Storage.Path",
            $"the data folder {folder} can't be used: {exception.Message}; check the disk and Storage.Path"),
    };

    private static string? FileInTheWay(string? folder)
    {
        while (folder is not null && !File.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
