using System.ComponentModel;
using System.Diagnostics;
using System.Xml.Linq;

namespace DealBot.EndToEnd.Rehearsal;

/// <summary>Reads QR codes with an independent decoder.</summary>
internal static class Zbar
{
    /// <summary>What the codes in each picture of a folder say, by file name. The test is ignored where the decoder is not installed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="width">The width in pixels that pictures are brought to before they are read; the decoder does that itself.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadAsync(string folder, int width)
    {
        var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).ToList();
        using var process = Start(["--quiet", "--nodbus", "--xml", "-Sdisable", "-Sqrcode.enable", .. files.Select(file => file + Size(width))]);
        var errors = process.StandardError.ReadToEndAsync();
        var report = XDocument.Parse(await process.StandardOutput.ReadToEndAsync());
        await errors;
        await process.WaitForExitAsync();
        var read = report.Descendants().Where(element => element.Name.LocalName == "source").ToDictionary(
            source => Path.GetFileName(source.Attribute("href")!.Value[..^Size(width).Length]),
            source => (IReadOnlyList<string>)[.. source.Descendants().Where(element => element.Name.LocalName == "data").Select(data => data.Value)]);
        return files.Select(file => Path.GetFileName(file)).ToDictionary(name => name, name => read.GetValueOrDefault(name) ?? []);
    }

    private static string Size(int width) => $"[{width}x]";

    private static Process Start(IEnumerable<string> args)
    {
        try
        {
            // Its threads wait for one another by spinning, which takes minutes where others want the processor too.
            var start = new ProcessStartInfo("zbarimg", args) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["MAGICK_THREAD_LIMIT"] = start.Environment["OMP_NUM_THREADS"] = "1";
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("zbarimg is not installed (apt-get install -y zbar-tools), so the posters' QR codes cannot be read back.");
            throw;
        }
    }
}
