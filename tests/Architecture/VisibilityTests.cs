using Microsoft.AspNetCore.Mvc;

namespace Cryptocardium.Architecture.Tests;

/// <summary>Types outside a module's contract are not visible to other modules.</summary>
public sealed class VisibilityTests
{
    private const double InternalShare = 0.85;

    [Fact]
    public void A_module_shows_its_contract_and_its_registration() => Violations.None(
        "Public in a module are types of its Contract and the class that registers it:",
        from module in ModuleTypes.Assemblies
        from type in ModuleTypes.Written(module.Assembly)
        where type.IsPublic
            && ModuleTypes.Area(module.Module, type) != "Contract"
            && type.FullName != $"{module.Module.Name}.{module.Module.Module}Module"
        select type.FullName);

    [Fact]
    public void The_contract_of_a_module_is_public() => Violations.None(
        "What lies in Contract/ is there for others:",
        from module in ModuleTypes.Assemblies
        from type in ModuleTypes.Written(module.Assembly)
        where !type.IsNested && !type.IsPublic && ModuleTypes.Area(module.Module, type) == "Contract"
        select type.FullName);

    [Fact]
    public void Most_types_of_modules_are_internal()
    {
        var types = (
            from module in ModuleTypes.Assemblies
            from type in ModuleTypes.Written(module.Assembly)
            where !type.IsNested && ModuleTypes.Area(module.Module, type) != "Contract"
            select type).ToList();
        var share = types.Count(type => !type.IsPublic) / (double)types.Count;
        Assert.True(share > InternalShare, $"Only {share:P0} of {types.Count} types outside Contract are internal.");
    }

    [Fact]
    public void The_host_shows_controllers_alone() => Violations.None(
        "MVC finds public controllers, and their attributes with them; the rest of the host is internal:",
        from type in ModuleTypes.Written(ModuleTypes.Of(Project.Host))
        where type.IsPublic && !type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAssignableTo(typeof(Attribute)) && type.Name != "Program"
        select type.FullName);

    [Fact]
    public void Classes_are_sealed_unless_they_are_bases()
    {
        var types = ModuleTypes.Assemblies
            .Select(module => module.Assembly)
            .Append(ModuleTypes.Of(Project.Host))
            .SelectMany(ModuleTypes.Written)
            .ToList();
        var bases = types.Select(type => type.BaseType is { IsGenericType: true } b ? b.GetGenericTypeDefinition() : type.BaseType).ToHashSet();
        Violations.None(
            "A class is sealed unless another inherits from it:",
            from type in types
            where type.IsClass && !type.IsSealed && !type.IsAbstract && !bases.Contains(type) && type.Name != "Program"
            select type.FullName);
    }
}
