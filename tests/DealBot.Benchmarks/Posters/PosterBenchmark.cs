using System.Diagnostics;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Benchmarks.Posters;

/// <summary>
/// One poster after the other, so on one core: ours, beside librsvg called directly, resvg-js and Chromium on the same SVG, in turns. The
/// others are held to one core.
/// </summary>
internal static class PosterBenchmark
{
    private const int Rounds = 7;
    private const int ARound = 20;
    private const int Latencies = 300;
    private const int ManyPosters = 5000;

    public static async Task RunAsync(ScratchFolder folder)
    {
        var rasterizer = new LibrsvgRasterizer();
        Console.WriteLine($"posters 750×1334 ({LibrsvgRasterizer.Probe().Message})");
        var scene = new PosterScene(rasterizer);
        var svg = scene.Svg(1);
        var file = folder.Path("poster.svg");
        await File.WriteAllTextAsync(file, svg);
        var jpeg = rasterizer.ToJpeg(svg, JpegOptions.Default);
        Console.WriteLine($"  {jpeg.Length / 1000} KB each, {RawLibrsvg.Jpeg(svg, JpegOptions.Default.Quality).Length / 1000} KB by librsvg alone");

        await CompareAsync(folder, rasterizer, scene, svg, file);
        PrintLatency(scene);
        PrintMemory(scene);
    }

    private static async Task CompareAsync(ScratchFolder folder, LibrsvgRasterizer rasterizer, PosterScene scene, string svg, string file)
    {
        List<double> whole = [], drawn = [], raw = [], resvg = [], resvgPng = [], cold = [], warm = [];
        using var node = Resvg.Start(folder, file, Fonts());
        await using var browser = Chromium.IsInstalled ? await WarmChromium.StartAsync(folder) : null;
        for (var round = 0; round <= Rounds; round++)
        {
            var first = round * ARound;
            var rates = (
                Whole: Rate(ARound, i => scene.Jpeg(first + i)),
                Drawn: Rate(ARound, _ => rasterizer.ToJpeg(svg, JpegOptions.Default)),
                Raw: Rate(ARound, _ => RawLibrsvg.Jpeg(svg, JpegOptions.Default.Quality)));
            var others = (
                Resvg: node?.Rate(3, encode: false),
                Png: node?.Rate(2, encode: true),
                Warm: browser is null ? (double?)null : await browser.RateAsync(file, 5),
                Cold: browser is null ? (double?)null : await Chromium.RateAsync(folder, file));
            if (round == 0)
            {
                // The first round warms up.
                continue;
            }

            whole.Add(rates.Whole);
            drawn.Add(rates.Drawn);
            raw.Add(rates.Raw);
            Add(resvg, others.Resvg);
            Add(resvgPng, others.Png);
            Add(warm, others.Warm);
            Add(cold, others.Cold);
        }

        Print("posters, template to JPEG", whole, whole);
        Print("posters, SVG to JPEG", drawn, drawn);
        Print("(a) librsvg and TurboJPEG alone, SVG to JPEG", raw, drawn);
        Console.WriteLine($"{"    time of SVG to JPEG against (a), aim: at most 1.3",-58} {Figures.Median(raw.Zip(drawn, (alone, ours) => alone / ours)),12:0.00} ×");
        Print("(b) resvg-js, SVG to pixels, aim: at least 8 ×", resvg, drawn);
        Print("(b) resvg-js, SVG to PNG", resvgPng, drawn);
        Print("(c) Chromium, a process a screenshot, aim: at least 20 ×", cold, drawn);
        Print("(c) Chromium kept open, over DevTools", warm, drawn);
    }

    private static double Rate(int count, Action<int> draw)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            draw(i);

        return count / watch.Elapsed.TotalSeconds;
    }

    private static void Add(List<double> rates, double? rate)
    {
        if (rate is { } known)
            rates.Add(known);
    }

    private static void Print(string what, List<double> rates, List<double> ours)
    {
        if (rates.Count == 0)
        {
            Console.WriteLine($"{what,-58} not installed");
            return;
        }

        var times = ReferenceEquals(rates, ours) ? "" : $"   ours {Figures.Median(ours.Zip(rates, (own, other) => own / other)):0.0} × as fast";
        Console.WriteLine($"{what,-58} {Figures.Median(rates),12:0.0} /s{times}");
    }

    private static void PrintLatency(PosterScene scene)
    {
        var times = new List<double>();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Latencies; i++)
        {
            var watch = Stopwatch.StartNew();
            scene.Jpeg(i);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var worked = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Latencies;
        times.Sort();
        Console.WriteLine($"{"template to JPEG, p50 (aim: at most 20)",-58} {times[Latencies / 2],12:0.0} ms");
        Console.WriteLine($"{"template to JPEG, p95",-58} {times[Latencies * 95 / 100],12:0.0} ms");
        Console.WriteLine($"{"template to JPEG, processor time (tells on a busy machine)",-58} {worked,12:0.0} ms");
    }

    private static void PrintMemory(PosterScene scene)
    {
        for (var i = 1; i <= ManyPosters; i++)
        {
            scene.Jpeg(i);
            if (i is 500 or 2500 or ManyPosters)
                Console.WriteLine($"{$"resident memory after {i} more posters",-58} {Environment.WorkingSet / 1024 / 1024,12} MB");
        }
    }

    /// <summary>The files that fontconfig finds for the poster's family, plain and bold.</summary>
    private static IEnumerable<string> Fonts()
    {
        foreach (var pattern in (string[])["Noto Sans CJK SC", "Noto Sans CJK SC:bold"])
        {
            using var search = Process.Start(new ProcessStartInfo("fc-match", ["--format=%{file}", pattern]) { RedirectStandardOutput = true })!;
            yield return search.StandardOutput.ReadToEnd();
        }
    }
}
