using System.Diagnostics;

namespace DealBot.Storage.Tests.Journal;

/// <summary>A file system on a disk that is a file, where the machine lets the test make one: what a power cut would leave of it can be looked at.</summary>
internal sealed class MortalDisk : IDisposable
{
    private const long Bytes = 16 * 1024 * 1024;

    private readonly TempFolder _folder = new();

    public string Path => Folder("now");

    private string Image => _folder.File("image");

    /// <summary>Makes it; the test is left out where that is not allowed.</summary>
    public static MortalDisk Make()
    {
        var disk = new MortalDisk();
        using (var image = new FileStream(disk.Image, FileMode.CreateNew))
        {
            image.SetLength(Bytes);
        }

        if (!Run("mkfs.ext4", "-q", "-F", disk.Image) || !Mount(disk.Image, disk.Path))
        {
            disk.Dispose();
            Assert.Ignore("making a disk is not allowed here");
        }

        Run("sync", "-f", disk.Path);
        return disk;
    }

    /// <summary>The folder as it would be if the power went now: what the system has not yet given to the disk is gone.</summary>
    public string AfterPowerCut()
    {
        File.Copy(Image, _folder.File("left"));
        if (!Mount(_folder.File("left"), Folder("left.mounted")))
        {
            Assert.Ignore("a second disk is not to be had here");
        }

        return Folder("left.mounted");
    }

    public void Dispose()
    {
        Run("umount", "-l", Folder("left.mounted"));
        Run("umount", "-l", Path);
        _folder.Dispose();
    }

    /// <summary>Left to itself the file system would put everything on the disk every few seconds.</summary>
    private static bool Mount(string image, string folder) => Run("mount", "-o", "loop,commit=600", image, folder);

    private static bool Run(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private string Folder(string name) => Directory.CreateDirectory(_folder.File(name)).FullName;
}
