using System.Diagnostics;

namespace DealBot.Imaging.Tests.Qr;

/// <summary>Reads a QR code with an independent decoder.</summary>
internal static class Zbar
{
    /// <summary>
    /// What the code in the image says, or "" when nothing can be read. The test is ignored where the decoder is not installed.
    /// </summary>
    public static string Read(byte[] image)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.img");
        File.WriteAllBytes(file, image);
        try
        {
            using var process = Start(file);
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text.TrimEnd('\n');
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Start(string file)
    {
        try
        {
            var start = new ProcessStartInfo("zbarimg", ["--quiet", "--raw", "--nodbus", file]) { RedirectStandardOutput = true, RedirectStandardError = true };
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("zbarimg is not installed (apt-get install -y zbar-tools), so QR codes cannot be read back.");
            throw;
        }
    }
}
