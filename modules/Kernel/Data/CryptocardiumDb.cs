using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Kernel.Data;

/// <summary>
/// The only database context. It has no sets of its own: each module adds internal entities by its <see cref="IModelPart"/> and reads
/// them through <see cref="UnitOfWork.SetOutsideBatch{T}"/>.
/// </summary>
/// <param name="options">Provider and connection.</param>
/// <param name="parts">The modules' parts of the model.</param>
public sealed class CryptocardiumDb(DbContextOptions<CryptocardiumDb> options, IEnumerable<IModelPart> parts) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        new KernelModel().Apply(modelBuilder);
        foreach (var part in parts)
        {
            part.Apply(modelBuilder);
        }

        Conventions.NameColumns(modelBuilder);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Conventions.Apply(configurationBuilder);
        foreach (var part in parts)
        {
            part.Apply(configurationBuilder);
        }
    }
}
