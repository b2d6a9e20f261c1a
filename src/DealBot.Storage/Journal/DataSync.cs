using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DealBot.Storage.Journal;

/// <summary>
/// Waits until what was written is on the disk. On Linux without the file's times, which the framework would have written as well: the
/// journal's files never change their length, and the times cost a commit of the file system each.
/// </summary>
internal static partial class DataSync
{
    public static void Wait(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
        }
        else if (SyncData(file) != 0)
        {
            // Never tried again: after a failure the system may forget what it could not write and report success.
            throw new IOException($"fdatasync: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int SyncData(SafeFileHandle file);
}
