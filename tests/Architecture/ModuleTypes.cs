using System.Reflection;
using System.Runtime.CompilerServices;
using Cryptocardium.Tests;

namespace Cryptocardium.Architecture.Tests;

/// <summary>The hand-written types, by assembly.</summary>
internal static class ModuleTypes
{
    public static IEnumerable<(Project Module, Assembly Assembly)> Assemblies { get; } =
        [.. Project.Modules.Select(module => (module, Of(module)))];

    public static Assembly Of(Project project) =>
        Modules.Assemblies.Single(assembly => assembly.GetName().Name == project.Name);

    /// <summary>Types of an assembly without those of the compiler and of generators.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(type => !IsMade(type));

    /// <summary>The part of the namespace after the module: <c>Contract</c>, <c>Domain</c>; empty at the top.</summary>
    public static string Area(Project module, Type type)
    {
        var rest = (type.Namespace ?? "").Length > module.Name.Length ? type.Namespace![(module.Name.Length + 1)..] : "";
        return rest.Split('.')[0];
    }

    private static bool IsMade(Type type) =>
        type.Name.StartsWith('<')
        || type.IsDefined(typeof(CompilerGeneratedAttribute))
        || type.GetCustomAttributesData().Any(a => a.AttributeType.Name == "GeneratedCodeAttribute")
        || (type.Namespace ?? "").StartsWith("Microsoft.", StringComparison.Ordinal)
        || (type.Namespace ?? "").StartsWith("System.", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsMade(outer));
}
