using System.Reflection;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests;

/// <summary>The product's assemblies, found in the output folder of the tests so that no list of them is kept by hand.</summary>
public static class Modules
{
    /// <summary>Every assembly of the product that the tests reference.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Cryptocardium.*.dll")
            .Order(StringComparer.Ordinal)
            .Where(file => !Path.GetFileName(file).Contains("Tests", StringComparison.Ordinal))
            .Select(file => Assembly.Load(AssemblyName.GetAssemblyName(file))),
    ];

    /// <summary>Every module's part of the database model.</summary>
    public static IEnumerable<IModelPart> ModelParts() =>
        from assembly in Assemblies
        where assembly != typeof(CryptocardiumDb).Assembly
        from type in assembly.GetTypes()
        where type.IsAssignableTo(typeof(IModelPart)) && !type.IsAbstract
        select (IModelPart)Activator.CreateInstance(type, nonPublic: true)!;
}
