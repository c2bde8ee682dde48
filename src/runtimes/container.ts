/**
 * What an image or a container needs for its program to be measured, beside the sockets that every program
 * needs.
 */
export interface ContainerRecipe {
  /** Files to put into the folder, by name: copies of files of this installation, or texts. */
  readonly files: Readonly<Record<string, { readonly copyOf: string } | { readonly text: string }>>
  /**
   * The instructions that build the folder into the image, and where they stand; null: the folder is mounted.
   */
  readonly image: ((folder: string) => { readonly where: string; readonly lines: readonly string[] }) | null
  /** Variables of the container; `folder` is absolute. */
  readonly environment: (folder: string) => Readonly<Record<string, string>>
}
