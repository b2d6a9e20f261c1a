using System.Reflection;
using System.Runtime.Loader;
using DealBot.Contracts;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Plugins;

/// <summary>
/// The assemblies of one plugin, from its own folder. Shared with the host are the contract, the logging abstractions and the framework; whatever
/// else the host has is out of reach, in any version, so that an upgrade of the host changes nothing for the plugin.
/// </summary>
internal sealed class PluginLoadContext(string assembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly))
{
    private static readonly HashSet<string> Shared = [NameOf(typeof(ContractVersion)), NameOf(typeof(NullLogger))];

    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (Shared.Contains(name) || File.Exists(Path.Combine(Framework, $"{name}.dll")))
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }

        // Null would let the runtime look among the host's own assemblies.
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path
            ? LoadFromAssemblyPath(path)
            : throw new FileNotFoundException($"{name} is not in the plugin's folder", $"{name}.dll");
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private static string NameOf(Type type) => type.Assembly.GetName().Name!;
}
