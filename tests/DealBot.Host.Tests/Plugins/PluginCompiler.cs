using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DealBot.Host.Tests.Plugins;

/// <summary>Compiles what the tests' plugins are made of.</summary>
internal static class PluginCompiler
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Linq; using System.Text.Json; using System.Threading; using System.Threading.Tasks;
        using DealBot.Contracts; using Microsoft.Extensions.Logging;

        """;

    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <param name="file">The assembly to write; its name is that of the file.</param>
    /// <param name="code">The source.</param>
    /// <param name="others">Assemblies to compile against, in place of those of that name that the tests have.</param>
    public static void Compile(string file, string code, params string[] others)
    {
        var replaced = others.Select(Path.GetFileName).ToHashSet();
        var references = References.Where(reference => !replaced.Contains(Path.GetFileName(reference.Display))).Concat(others.Select(path => MetadataReference.CreateFromFile(path)));
        var result = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(file),
            [CSharpSyntaxTree.ParseText(Usings + code)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(file);
        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
    }
}
