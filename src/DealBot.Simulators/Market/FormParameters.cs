using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DealBot.Simulators.Market;

/// <summary>Parameters of a gateway that takes a query, a form, or both.</summary>
internal static class FormParameters
{
    /// <summary>Everything that was sent, the query first; of a name that comes twice the first counts.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpRequest request)
    {
        IEnumerable<KeyValuePair<string, StringValues>> sent = request.Query;
        if (request.HasFormContentType)
            sent = sent.Concat(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        return sent.GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pairs => pairs.Key, pairs => pairs.First().Value[0] ?? "");
    }
}
