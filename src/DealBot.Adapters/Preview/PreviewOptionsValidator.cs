using DealBot.Contracts;

namespace DealBot.Adapters.Preview;

/// <summary>Names every fault of <see cref="PreviewOptions"/>.</summary>
public static class PreviewOptionsValidator
{
    private static readonly Phrase Remedy = new(
        "填写一个可以写入的目录，例如 data/preview", "Give a folder that can be written to, for example data/preview");

    /// <summary>The faults; none if the options can be used.</summary>
    public static IEnumerable<OptionFault> Validate(PreviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (FindProblem(options.Directory) is { } problem)
            yield return new OptionFault(nameof(PreviewOptions.Directory), options.Directory, problem, Remedy);
    }

    private static Phrase? FindProblem(string directory)
    {
        if (string.IsNullOrWhiteSpace(directory))
            return new Phrase("没有填写目录", "The folder is missing");
        if (directory.AsSpan().ContainsAny(Path.GetInvalidPathChars()))
            return new Phrase("目录含有不能用于路径的字符", "The folder has characters that no path can have");

        return File.Exists(directory) ? new Phrase("这是一个文件，不是目录", "This is a file and not a folder") : null;
    }
}
