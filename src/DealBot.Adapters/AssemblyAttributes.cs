using System.Runtime.CompilerServices;
using RestEase;

// RestEase writes the classes of the internal wire interfaces into an assembly of its own.
[assembly: InternalsVisibleTo(RestClient.FactoryAssemblyName)]
