using System.Reflection;
using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cryptocardium.Migrations.Design;

/// <summary>Creates the context for <c>dotnet ef</c>, with the model parts of all modules, for one database engine.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CryptocardiumDb>
{
    /// <param name="args">The name of the engine.</param>
    public CryptocardiumDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CryptocardiumDb>();
        return Enum.Parse<Engine>(args.Single()) switch
        {
            Engine.Sqlite => new(options.UseSqlite(sqlite => sqlite.MigrationsAssembly(Database.SqliteMigrations)).Options, Parts()),
            _ => new(options.UseNpgsql(npgsql => npgsql.MigrationsAssembly(Database.PostgresMigrations)).Options, Parts()),
        };
    }

    // Found by reflection: a module missing from a list would lose its tables with the next migration.
    private static IEnumerable<IModelPart> Parts() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "Cryptocardium.*.dll").Order(StringComparer.Ordinal)
        let assembly = Assembly.Load(AssemblyName.GetAssemblyName(file))
        where assembly != typeof(CryptocardiumDb).Assembly
        from type in assembly.GetTypes()
        where type.IsAssignableTo(typeof(IModelPart))
        select (IModelPart)Activator.CreateInstance(type, nonPublic: true)!;
}
