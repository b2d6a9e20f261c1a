using RestEase;
using RestEase.Implementation;

namespace DealBot.Adapters.Wire;

/// <summary>Calls below a root of the adapter's own, so that adapters can share one <see cref="HttpClient"/> without a base address.</summary>
internal sealed class RootedRequester(HttpClient httpClient, Uri root) : Requester(httpClient)
{
    protected override Uri ConstructUri(string relativePath, IRequestInfo requestInfo) =>
        base.ConstructUri(new Uri(root, relativePath).AbsoluteUri, requestInfo);
}
