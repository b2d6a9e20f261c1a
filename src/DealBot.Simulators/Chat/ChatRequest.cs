using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Chat;

/// <summary>One call that posts something, body read.</summary>
/// <param name="Http">The request; its body is used up.</param>
/// <param name="Body">The body as it came.</param>
public sealed record ChatRequest(HttpRequest Http, byte[] Body)
{
    /// <summary>Fields and files of a form; null if the body is no form.</summary>
    public IFormCollection? Form { get; private set; }

    /// <summary>The one file of a multipart form; null if it has none, several, or is no such form.</summary>
    /// <param name="part">Name of its part.</param>
    public async Task<(string Name, byte[] Bytes)?> FileAsync(string part)
    {
        var files = Form?.Files.Where(file => file.Name == part).ToList() ?? [];
        if (files.Count != 1)
            return null;

        using var bytes = new MemoryStream();
        await files[0].CopyToAsync(bytes, Http.HttpContext.RequestAborted);
        return (files[0].FileName, bytes.ToArray());
    }

    internal async Task ReadFormAsync()
    {
        if (!Http.HasFormContentType)
            return;

        Http.Body = new MemoryStream(Body);
        Form = await Http.ReadFormAsync(Http.HttpContext.RequestAborted);
    }
}
