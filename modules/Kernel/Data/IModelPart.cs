using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Kernel.Data;

/// <summary>A module's part of the database model. Columns are named after their properties, in snake_case.</summary>
public interface IModelPart
{
    /// <summary>Adds the module's mappings.</summary>
    void Apply(ModelBuilder model);

    /// <summary>Adds the module's value conversions: one line for each of its id types.</summary>
    void Apply(ModelConfigurationBuilder conventions)
    {
    }
}
