/** The text of a file: UTF-8, else what older spreadsheets write (Windows-1252). */
export async function readText(file: Blob): Promise<{ text: string; isLatin: boolean }> {
  const bytes = await file.arrayBuffer();
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isLatin: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isLatin: true };
  }
}

/** A file to start from. */
export const TEMPLATE = `id,name,email,title,unit,site,manager,level,joined,groups,languages,interests
1,Ana Sousa,ana.sousa@example.org,Field researcher,Field / Clinics,Porto,,senior,2024-03-01,Pricing board,pt;en,sailing;choir
2,Jonas Brandt,jonas.brandt@example.org,Product manager,Product / Pricing,Berlin,1,,2020-05-04,Pricing board,de;en,
`;
