using System.Diagnostics;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>A real file system of a few megabytes, where the machine lets the test mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Mounts it; the test is left out where that is not allowed.</summary>
    public static SmallDisk Mount(int kilobytes) => Mount(kilobytes, Directory.CreateTempSubdirectory("dealbot-test-").FullName);

    /// <summary>Mounts it on a folder of the test's, which nobody can delete while it is there.</summary>
    public static SmallDisk Mount(int kilobytes, string path)
    {
        Directory.CreateDirectory(path);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", path) != 0)
        {
            Directory.Delete(path);
            Assert.Ignore("mounting a small disk is not allowed here");
        }

        return new SmallDisk(path);
    }

    /// <summary>Mounts it again, for reading only or not.</summary>
    public void Remount(bool readOnly) =>
        Assert.That(Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Path), Is.Zero);

    /// <summary>Fills what is left of it.</summary>
    public void Fill()
    {
        using var file = new FileStream(File("filler"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var size = 65536;
        while (size > 0)
        {
            try
            {
                file.Write(new byte[size]);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void MakeRoom() => System.IO.File.Delete(File("filler"));

    public void Dispose()
    {
        Run("umount", "-l", Path);
        Directory.Delete(Path, recursive: true);
    }

    private static int Run(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
