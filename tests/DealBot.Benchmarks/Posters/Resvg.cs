using System.Diagnostics;
using System.Globalization;

namespace DealBot.Benchmarks.Posters;

/// <summary>npm's <c>@resvg/resvg-js</c> in a warm node of its own. It is given the font file, so that it need not search the system.</summary>
internal sealed class Resvg : IDisposable
{
    private const string Script = """
        const { Resvg } = require('@resvg/resvg-js');
        const svg = require('fs').readFileSync(process.argv[2], 'utf8');
        const options = { font: { loadSystemFonts: false, fontFiles: process.argv.slice(3), defaultFontFamily: 'Noto Sans CJK SC' } };
        const draw = encode => { const drawing = new Resvg(svg, options).render(); return encode ? drawing.asPng().length : drawing.pixels.length; };
        require('readline').createInterface({ input: process.stdin }).on('line', line => {
          const [count, encode] = line.split(' ').map(Number);
          const start = process.hrtime.bigint();
          for (let i = 0; i < count; i++) draw(encode === 1);
          console.log(Number(process.hrtime.bigint() - start) / 1e9);
        });
        """;

    private readonly Process _node;

    private Resvg(Process node) => _node = node;

    /// <summary>Null when node or the package is not there; bench.sh says where it put them.</summary>
    public static Resvg? Start(ScratchFolder folder, string svgFile, IEnumerable<string> fonts)
    {
        if (Environment.GetEnvironmentVariable("RESVG_FOLDER") is not { Length: > 0 } modules)
            return null;

        var script = folder.Path("resvg.js");
        File.WriteAllText(script, Script);
        var start = new ProcessStartInfo("taskset", ["-c", "0", "node", script, svgFile, .. fonts]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["NODE_PATH"] = Path.Combine(modules, "node_modules");
        return Process.Start(start) is { } node ? new Resvg(node) : null;
    }

    /// <summary>Drawings a second.</summary>
    public double Rate(int count, bool encode)
    {
        _node.StandardInput.WriteLine($"{count} {(encode ? 1 : 0)}");
        return count / double.Parse(_node.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}
